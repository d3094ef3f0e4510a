// The pages of a site as they are written of an archive: what stands on which, and under what head.
#include "archive/evaluation/evaluations.h"
#include "archive/outside/definitions.h"
#include "archive/upgrade/migrations.h"
#include "archive/writer.h"
#include "publish/site/site.h"
#include "tests/archive/samples.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace kompass;
using namespace kompass::publish;

namespace fs = std::filesystem;

namespace {

/// The site of an archive of these records.
class WrittenSite {
public:
    explicit WrittenSite(const std::vector<Record>& records) {
        auto connection = archive::Connection::writing(archive::samples::lock_of(folder_.file("a.db")));
        archive::make_if_blank(connection);
        archive::seed(connection, archive::samples::editions(), archive::samples::municipalities());
        for (const auto& record : records)
            archive::write_report(connection, record, archive::samples::editions(), std::nullopt);
        archive::settle_all(connection);
        site::write_site(connection, {.folder = folder_.file("site"),
                                      .sources = {},
                                      .base_url = "",
                                      .with_names = false,
                                      .workers = {},
                                      .on_report = {},
                                      .on_print = {}});
    }

    [[nodiscard]] std::string page(const std::string& address) const { return file(address + "index.html"); }
    [[nodiscard]] std::string file(const std::string& name) const {
        std::ifstream in(folder_.file("site") / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    [[nodiscard]] bool has(const std::string& address) const {
        return fs::exists(folder_.file("site") / address);
    }

private:
    archive::samples::TemporaryFolder folder_;
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

Record undated(Record record) {
    record.file = "undated-" + record.file;
    record.sha256 = archive::samples::hash(7);
    record.year.reset();
    return record;
}

} // namespace

TEST_SUITE("publish") {
    TEST_CASE("a report without a year is in no course, stands last, and is not the latest") {
        using archive::samples::plain_record;
        const WrittenSite site({undated(plain_record("Ås", "9913", 2010, 20)),
                                plain_record("Ås", "9913", 2014, 40), plain_record("Ås", "9913", 2018, 50)});
        const auto town = site.page("kommun/9913-as/");
        CHECK(holds(town, ">Profil 2018</h2>"));
        CHECK(holds(town, "+80"));
        CHECK_FALSE(holds(town, "+160"));
        CHECK_FALSE(holds(town, "+240"));
        CHECK(town.find(">2018</a></th>") < town.find(">okänt år</a></th>"));
        const WrittenSite alone({undated(plain_record("Ås", "9913", 2010, 20))});
        CHECK(holds(alone.page("kommun/9913-as/"), ">Profil okänt år</h2>"));
    }

    TEST_CASE("evaluations of one year are told apart by their months, and by their keys without") {
        using archive::samples::plain_record;
        auto spring = plain_record("Ås", "9913", 2017, 40);
        spring.month = 5;
        auto autumn = plain_record("Ås", "9913", 2017, 50);
        autumn.month = 10;
        autumn.file = "autumn-" + autumn.file;
        autumn.sha256 = archive::samples::hash(8);
        const WrittenSite site({spring, autumn, plain_record("Berga", "9914", 2017, 60)});
        for (const auto* page : {"utgava/2016/", "omrade/4/"}) {
            CHECK(holds(site.page(page), ">Ås maj 2017</a>"));
            CHECK(holds(site.page(page), ">Ås oktober 2017</a>"));
            CHECK(holds(site.page(page), ">Berga 2017</a>"));
        }
        CHECK(holds(site.page(""), ">maj 2017</a>, <a href="));
        CHECK(holds(site.page("kommun/9913-as/2017/"), "<h1>Ås 2017</h1>"));
        CHECK(holds(site.page("kommun/9913-as/2017-05/"), "<h1>Ås maj 2017</h1>"));
        CHECK(holds(site.page("kommun/9914-berga/2017/"), "<h1>Berga 2017</h1>"));
    }

    TEST_CASE("what changed since the evaluation before stands by area, within an edition") {
        using archive::samples::plain_record;
        auto before = plain_record("Ås", "9913", 2014, 40);
        before.areas.at(2).total.points.reset();
        const WrittenSite site({before, plain_record("Ås", "9913", 2018, 50)});
        const auto town = site.page("kommun/9913-as/");
        CHECK(holds(town, "<h3>Ändring från 2014 till 2018</h3>"));
        CHECK(holds(town,
                    R"(<td data-evaluation="se-9913-2018" data-field="points">50</td><td>+10</td></tr>)"));
        CHECK(
            holds(town, R"(<td data-evaluation="se-9913-2018" data-field="points">50</td><td>–</td></tr>)"));
        CHECK(holds(town, R"(id="diagram-profil-radar-title")"));
        before.edition = "2010";
        const WrittenSite apart({before, plain_record("Ås", "9913", 2018, 50)});
        CHECK_FALSE(holds(apart.page("kommun/9913-as/"), "Ändring från"));
    }

    TEST_CASE("the page that compares has each evaluation's figures, and none across editions") {
        using archive::samples::plain_record;
        auto older = plain_record("Ås", "9913", 2012, 40);
        older.edition = "2010";
        older.areas.at(1).total.points.reset();
        const WrittenSite site({older, plain_record("Ås", "9913", 2018, 50)});
        const auto script = site.file("jamfor/siffror.js");
        CHECK(holds(
            script,
            R"({"key":"se-9913-2012","address":"kommun/9913-as/2012/","name":"Ås 2012","municipality":"Ås","edition":"2010")"));
        CHECK(holds(script, R"([40.0,"",100.0],[null,"",100.0],[40.0,"",100.0])"));
        CHECK(holds(script, R"("2016":{"titles":["Område 1",)"));
        CHECK(holds(script, R"("medians":[400.0,50.0,)"));
        CHECK(holds(
            site.page("kommun/9913-as/"),
            R"(href="../../jamfor/index.html?u=se-9913-2012,se-9913-2018">Jämför utvärderingarna</a>)"));
    }

    TEST_CASE("what contradicts a figure stands beside it") {
        auto record = archive::samples::plain_record("Ås", "9913", 2018, 50);
        auto& area = record.areas.front();
        area.box_points = 47;
        record.findings_of_audit = {{CheckKind::box,
                                     Verdict::inconsistent,
                                     1,
                                     area_cell(1, CellField::box_points),
                                     "47",
                                     "50",
                                     "English words",
                                     {}}};
        const WrittenSite site({record});
        const auto report = site.page("kommun/9913-as/2018/");
        const auto* reason = "Rutan och poängtabellen säger olika: i rutan står 47, i tabellen 50.";
        CHECK(holds(report, std::string(R"(<a class="sign inconsistent" href="#skal-1" title=")") + reason));
        CHECK(holds(report,
                    std::string(R"(<li id="skal-1"><strong>område 1, rutans poäng:</strong> )") + reason));
        CHECK_FALSE(holds(report, "English words"));
    }

    TEST_CASE("the maximum of all areas is that of the ranking, wherever it stands") {
        auto record = archive::samples::plain_record("Ås", "9913", 2018, 50);
        record.areas.front().total.max = 95;
        const WrittenSite site({record});
        const auto report = site.page("kommun/9913-as/2018/");
        CHECK(holds(report, "poäng av 795"));
        CHECK(holds(report, R"(<meta name="description" content="Ås 2018, utgåva 2016: 400)"));
        CHECK(holds(report, " av 795"));
        CHECK_FALSE(holds(report, "800"));
        CHECK(holds(site.page("utgava/2016/"), R"(<td data-field="max">795)"));
    }

    TEST_CASE("an area that editions call differently is shown apart, under the title of each") {
        using archive::samples::plain_record;
        auto older = plain_record("Ås", "9913", 2012, 40);
        older.edition = "2010";
        older.areas.at(2).title = "Uppföljning";
        const WrittenSite site(
            {older, plain_record("Ås", "9913", 2018, 50), plain_record("Berga", "9914", 2018, 60)});
        const auto third = site.page("omrade/3/");
        CHECK(holds(third, "<h1>Område 3</h1><p>Område 3 / Uppföljning</p>")); // as 2016 calls it; then 2010
        CHECK(holds(third, ">3 Uppföljning</p>"));
        CHECK(holds(third, "Poäng enligt olika utgåvor går inte att jämföra"));
        CHECK(holds(third, R"(<svg class="chart")"));
        CHECK(third.find("</svg>") != third.rfind("</svg>"));
        CHECK(holds(third, "diagram-omrade-2010"));
        CHECK(holds(third, "diagram-omrade-2016"));
        CHECK(holds(site.page("omrade/4/"), "<h1>4 Område 4</h1>"));
        CHECK(holds(site.page(""), ">3 Område 3 / Uppföljning</a>"));
        const WrittenSite one({plain_record("Ås", "9913", 2018, 50)});
        CHECK_FALSE(holds(one.page("omrade/3/"), "går inte att jämföra"));
    }

    TEST_CASE("a role model has one row, and the year is told to be the naming report's") {
        using archive::samples::plain_record;
        auto record = plain_record("Ås", "9913", 2019, 50);
        record.areas.at(1).role_models = {{"Berga", "9914"}};
        record.areas.at(4).role_models = {{"Berga", "9914"}};
        auto earlier = plain_record("Ås", "9913", 2016, 40);
        earlier.areas.at(2).role_models = {{"Berga", "9914"}};
        const WrittenSite site({record, earlier, plain_record("Berga", "9914", 2018, 60)});
        const auto naming = site.page("kommun/9913-as/");
        CHECK(naming.find("<li>Berga") == naming.rfind("<li>Berga"));
        CHECK(naming.find("enligt rapporten <a href=\"../../kommun/9913-as/2016/index.html\">2016</a>: ") <
              naming.find("enligt rapporten <a href=\"../../kommun/9913-as/2019/index.html\">2019</a>: "));
        CHECK(holds(naming, ">2 Område 2</a>, <a href=\"../../omrade/5/index.html\">5 Område 5</a>"));
        CHECK_FALSE(holds(naming, "(2019)"));
        CHECK(holds(site.page("kommun/9914-berga/"),
                    "<li><a href=\"../../kommun/9913-as/index.html\">Ås</a> <span class=\"note\">enligt"));
    }

    TEST_CASE("evaluators are parted by semicolons, for their employers stand behind commas") {
        auto record = archive::samples::plain_record("Ås", "9913", 2019, 50);
        record.evaluators = {"Anna Ek, SKR", "Bo Alm"};
        const WrittenSite site({record});
        CHECK(holds(site.page("kommun/9913-as/2019/"), "Anna Ek, SKR; Bo Alm"));
    }

    TEST_CASE("reports of unknown municipalities are no municipality: each stands for itself") {
        using archive::samples::plain_record;
        auto first = plain_record("", "9913", 2018, 50);
        auto second = plain_record("", "9914", 2018, 60);
        first.municipality_code.clear();
        second.municipality_code.clear();
        const WrittenSite site({first, second, plain_record("Berga", "9915", 2018, 60)});
        CHECK_FALSE(site.has("kommun/okand/index.html"));
        const auto start = site.page("");
        CHECK(holds(start, "<dt>kommun</dt><dd>1</dd>"));
        CHECK(holds(start, "<h3>Okänd kommun</h3><ul><li><a href=\"kommun/okand/se-"));
        CHECK(start.find("kommun/okand/se-") != start.rfind("kommun/okand/se-"));
        CHECK_FALSE(holds(start, "kommun/okand/index.html"));
    }

    TEST_CASE("one is told in the singular, and numbers beside each other are rounded alike") {
        using archive::samples::plain_record;
        auto record = plain_record("Ås", "9913", 2018, 50);
        record.areas.front().total.doubtful = {"points"};
        const WrittenSite one({record});
        const auto start = one.page("");
        CHECK(holds(start, "ur 1 rapport om 1 kommun, 2018, med"));
        CHECK(holds(start, "<dt>kommun</dt><dd>1</dd>"));
        CHECK(holds(start, "<dt>rapport</dt><dd>1</dd>"));
        CHECK(holds(start, " av 1 rapport är alla delar återgivna."));
        CHECK(holds(start, ": 1 rapport, lägst 400, median 400, högst 400. "));
        const auto report = one.page("kommun/9913-as/2018/");
        CHECK(holds(report, "En av rapportens siffror är tveksam"));
        CHECK(holds(report, "<dt>siffra att se upp med</dt>"));
        CHECK(holds(report, "<td class=\"state\">tveksam <span class=\"sign doubtful\">?</span></td>"));
        const WrittenSite two({record, plain_record("Berga", "9914", 2016, 53)});
        CHECK(holds(two.page(""), "ur 2 rapporter om 2 kommuner, 2016–2018, med"));
        CHECK(holds(two.page("utgava/2016/"), "lägst 50, median 51,5, högst 53"));
    }
}
