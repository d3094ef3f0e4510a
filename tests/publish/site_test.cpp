// The site: addresses that last, wordings, and a folder in which nothing of the user's is touched.
#include "model/account.h"
#include "publish/site/addresses.h"
#include "publish/site/cell_words.h"
#include "publish/site/county_map.h"
#include "publish/site/page.h"
#include "publish/site/reasons.h"
#include "publish/site/search_index.h"
#include "publish/site/site_folder.h"
#include "publish/site/wordings.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

using namespace kompass;
using namespace kompass::publish;
using namespace kompass::publish::site;

namespace fs = std::filesystem;

namespace {

class Scratch {
public:
    Scratch() {
        auto pattern = (fs::temp_directory_path() / "kompass-site-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path = pattern;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() { fs::remove_all(path); }

    fs::path path;
};

std::string content_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void put(const fs::path& file, const std::string& content) {
    std::ofstream(file, std::ios::binary) << content;
}

enquiry::ReportIdentity identity(std::int64_t id, const std::string& name, const std::string& code,
                                 std::optional<int> year, const std::string& key) {
    enquiry::ReportIdentity report;
    report.id = id;
    report.municipality = name;
    report.municipality_code = code;
    report.name_now = name;
    report.code_now = code;
    report.year = year;
    report.key = key;
    return report;
}

} // namespace

TEST_SUITE("publish") {
    TEST_CASE("addresses can be read, and tell evaluations of one year apart") {
        const ReportAddresses addresses({identity(1, "Köping", "1983", 2017, "se-1983-2017-10"),
                                         identity(2, "Upplands Väsby", "0114", 2016, "se-0114-2016-02"),
                                         identity(3, "Upplands Väsby", "0114", 2016, "se-0114-2016-11"),
                                         identity(4, "Håbo", "", 2015, "se-haabo-2015-ab12cd"),
                                         identity(5, "", "", std::nullopt, "se-ab12cd34ef56")});
        CHECK(addresses.of(1) == "kommun/1983-koping/2017/");
        CHECK(addresses.of(2) == "kommun/0114-upplands-vasby/2016-02/");
        CHECK(addresses.of(3) == "kommun/0114-upplands-vasby/2016-11/");
        CHECK(addresses.of(4) == "kommun/haabo/2015/");
        CHECK(addresses.of(5) == "kommun/okand/se-ab12cd34ef56/");
        REQUIRE(addresses.shared().size() == 1);
        CHECK(addresses.shared().begin()->first == "kommun/0114-upplands-vasby/2016/");
        CHECK(addresses.shared().begin()->second == std::vector<std::int64_t>{2, 3});
        CHECK(question_address("2016", "2.3") == "fraga/2016/2.3/");
        CHECK(site::link("kommun/1983-koping/2017/", "om/") == "../../../om/index.html");
        CHECK(site::link("", "") == "index.html");
    }

    TEST_CASE("an address of a long name is cut, and differs from those of its like") {
        const std::string name(300, 'a');
        const ReportAddresses addresses({identity(1, name, "", 2017, "se-" + name + "-2017-ab12cd"),
                                         identity(2, name + "b", "", 2017, "se-" + name + "b-2017-ef34ab"),
                                         identity(3, name, "", std::nullopt, "se-x" + name),
                                         identity(4, name, "1983", 2017, "se-1983-2017")});
        std::set<std::string> different;
        for (std::int64_t id = 1; id <= 4; ++id) {
            CAPTURE(addresses.of(id));
            for (const auto& folder : fs::path(addresses.of(id)))
                CHECK(folder.string().size() <= 120);
            CHECK(different.insert(addresses.of(id)).second);
        }
    }

    TEST_CASE("wordings have one key each, and each is used") {
        std::string sources;
        for (const auto* folder : {"src/publish/site", "src/publish/report"})
            for (const auto& file : fs::directory_iterator(fs::path(KOMPASS_SOURCE_DIR) / folder))
                if (file.path().extension() == ".cpp") sources += content_of(file.path());
        std::set<std::string_view> keys;
        for (const auto& [key, words] : wordings) {
            CAPTURE(key);
            CHECK(keys.insert(key).second);
            CHECK_FALSE(words.empty());
            CHECK(sources.find("say(\"" + std::string(key) + "\")") != std::string::npos);
        }
    }

    TEST_CASE("figures and parts have Swedish names") {
        CHECK(words_of(question_cell("4.4", CellField::percent)) == "4.4, procent");
        CHECK(words_of(total_cell(4, CellField::points)) == "område 4, summa, uppnått");
        CHECK(words_of(history_cell(2014, 0)) == "tidigare utvärdering 2014, alla områden");
        CHECK(words_of(of_scoring(2, question_cell("1.1", CellField::max))) ==
              "andra poängsättningen, 1.1, max");
        CHECK(words_of_values("70 of 100, or 65 %") == "70 av 100 eller 65 %");
        CHECK(words_of_values("1.5 of 20.") == "1,5 av 20.");
        CHECK(words_of(Part{PartKind::strengths, 2, {}, PartState::missing, ""}) == "styrkor i område 2");
    }

    TEST_CASE("why a figure is not sound is told in Swedish, by its check or what was read") {
        using enquiry::FigureRow;
        AuditFinding sum{.kind = CheckKind::sum,
                         .verdict = Verdict::inconsistent,
                         .area = 3,
                         .cell = total_cell(3, CellField::points),
                         .printed = "54",
                         .expected = "50–51",
                         .explanation = "The six questions sum to 51. The report prints 54.",
                         .places = {}};
        CHECK(reason_of(sum) == "Frågornas poäng ger inte områdets summa: där står 54; väntat 50–51.");
        AuditFinding row = sum;
        row.kind = CheckKind::row;
        row.cell = question_cell("3.2", CellField::whole);
        row.printed = "3 of 20, 40 %";
        row.expected = "8 of 20, or 15 %";
        CHECK(reason_of(row) ==
              "Poäng, max och procent går inte ihop: där står 3 av 20, 40 %; väntat 8 av 20 eller 15 %.");
        const std::vector<enquiry::LayeredCheck> checks{{sum}, {row}, {row, true, false}};
        CHECK(checks_of(question_cell("3.2", CellField::percent), checks) == std::vector<std::size_t>{1});
        CHECK(checks_of(total_cell(3, CellField::points), checks) == std::vector<std::size_t>{0});
        CHECK(checks_of(total_cell(3, CellField::max), checks).empty());
        FigureRow figure;
        figure.cell = sum.cell;
        figure.status = "inconsistent";
        CHECK(reason_of(figure, checks) == reason_of(sum));
        CHECK(reason_of(figure, {}) == "Andra siffror säger emot.");
        figure.status = "repaired";
        figure.read = "31";
        figure.effective = Decimal(51);
        CHECK(reason_of(figure, {}) == "Läst som 31. Bara 51 går ihop med de andra siffrorna.");
        figure.status = "doubtful";
        figure.candidates = "51, 54";
        CHECK(reason_of(figure, {}) == "Osäkert läst. Kan vara 51, 54.");
        figure.author = "Anna Ek";
        figure.why = "sett på sidan 4";
        CHECK(reason_of(figure, {}) == "sett på sidan 4");
    }

    TEST_CASE("what the account says is told in Swedish") {
        const auto told = [](const std::string& why) {
            return reason_of(Part{PartKind::strengths, 2, {}, PartState::damaged, why});
        };
        CHECK(told("7 other areas have them") == "7 andra områden har sådana.");
        CHECK(told("row 4.2 lacks its percent") == "Rad 4.2 saknar procent.");
        CHECK(told("\"Att mäta …\" begins in lower case") == "\"Att mäta …\" börjar med liten bokstav.");
        CHECK(told("the improvements beside it are damaged: an item is empty") ==
              "I listan med förbättringsområden bredvid är något fel: en punkt är tom.");
        CHECK(told("printed page numbers jump from 4 to 6; that page may have held it") ==
              "De tryckta sidnumren hoppar från 4 till 6; den sidan kan ha innehållit den.");
        CHECK(told("something new") == "Något i den är felaktigt eller saknas.");
        CHECK(reason_of(Part{PartKind::strengths, 2, {}, PartState::missing, "something new"}) ==
              "Den väntades, men är inte återgiven.");
    }

    TEST_CASE("the account's sentences are those of its sources, and keep what they name in its order") {
        std::string sources;
        for (const auto* folder : {"src/account", "src/model"})
            for (const auto& file : fs::directory_iterator(fs::path(KOMPASS_SOURCE_DIR) / folder))
                if (file.path().extension() == ".cpp") sources += content_of(file.path());
        const auto places = [](std::string_view words) {
            int count = 0;
            for (auto at = words.find("{}"); at != std::string_view::npos; at = words.find("{}", at + 2))
                ++count;
            return count;
        };
        for (const auto& [english, swedish] : account_wordings) {
            CAPTURE(english);
            CHECK(places(english) == places(swedish));
            std::string_view longest;
            for (std::string_view rest = english; !rest.empty();) {
                const auto part = rest.substr(0, rest.find("{}"));
                if (part.size() > longest.size()) longest = part;
                rest.remove_prefix(std::min(rest.size(), part.size() + 2));
            }
            while (longest.ends_with(' '))
                longest.remove_suffix(1);
            while (longest.starts_with(' '))
                longest.remove_prefix(1);
            // A row is named by who asks, and the sums' by another.
            if (longest.starts_with("the row of sums")) longest.remove_prefix(16);
            CHECK(sources.find(longest) != std::string::npos);
        }
    }

    TEST_CASE("words are runs of letters and digits in lower case") {
        CHECK(words_of_text("Mål & MÅTT: e-tjänst (2017), idé") ==
              std::vector<std::string>{"mål", "mått", "e", "tjänst", "2017", "idé"});
        CHECK(words_of_text(" – ").empty());
    }

    TEST_CASE("the index of the search has each text once, and where its words stand") {
        SiteContent content;
        for (const int year : {2015, 2017}) {
            auto& report = content.reports.emplace_back();
            report.identity = identity(year, "Ås", "9913", year, "se-9913-" + std::to_string(year));
            report.identity.edition = "2016";
            report.address = "kommun/9913-as/" + std::to_string(year) + "/";
        }
        SearchIndex index;
        index.add(0, {{"question", 1, std::nullopt, "1.1", "Finns mål?", {}},
                      {"chapter-heading", std::nullopt, 2, "", "Metod", {}},
                      {"chapter", std::nullopt, 2, "", "Så mättes mål.", {}}});
        index.add(1,
                  {{"question", 1, std::nullopt, "1.1", "Finns mål?", {}},
                   {"strength", 1, std::nullopt, "", "Tydliga mål och </script>", archive::State::doubtful},
                   {"chapter", std::nullopt, 3, "", "Så mättes mål.", {}}});
        const auto value_of = [](const std::string& script) {
            const std::string_view call = "kompassIndex(";
            REQUIRE(script.starts_with(call));
            REQUIRE(script.ends_with(");\n"));
            return nlohmann::json::parse(script.substr(call.size(), script.size() - call.size() - 3));
        };
        const auto shorts = value_of(index.script_of_short_texts(content));
        CHECK(shorts["municipalities"] == nlohmann::json({"Ås"}));
        CHECK(shorts["reports"][1] == nlohmann::json({"kommun/9913-as/2017/", "Ås 2017", 0, 0}));
        REQUIRE(shorts["passages"].size() == 3);
        const auto none = nlohmann::json::array();
        CHECK(shorts["passages"][0] ==
              nlohmann::json({"question", 1, "Finns mål?", nlohmann::json({0, 1}), "1.1", none, none}));
        CHECK(shorts["passages"][2][5] == nlohmann::json({"?"}));
        CHECK(shorts["words"]["mål"] == nlohmann::json({0, 2}));
        CHECK(shorts["words"]["tydliga"] == nlohmann::json::array({2}));
        const auto running = value_of(index.script_of_running_text(content));
        CHECK(running["chapters"][0] == nlohmann::json({{"2", "Metod"}}));
        REQUIRE(running["passages"].size() == 1);
        CHECK(running["passages"][0] ==
              nlohmann::json({"chapter", 0, "Så mättes mål.", nlohmann::json({0, 1}), "", none,
                              nlohmann::json({2, 3})}));
        CHECK(running["words"]["mål"] == nlohmann::json::array({3}));
    }

    TEST_CASE("what stands in a script element cannot end it") {
        CHECK(in_script(R"({"a":"</script>"})") == R"({"a":"\u003c/script>"})");
    }

    TEST_CASE("a figure bears its sign, and the page explains it; texts are escaped") {
        site::Page page({.address = "om/", .title = "A & <b>", .description = "d", .way = {}, .data = {}});
        const auto html = page.figure({Decimal::from_tenths(95), archive::State::doubtful});
        CHECK(html.starts_with("9,5<a class=\"sign doubtful\" href=\"#tecken-doubtful\""));
        CHECK(page.figure({Decimal(4), archive::State::sound}) == "4");
        CHECK(page.figure({std::nullopt, std::nullopt}) == "–");
        page.add_html(html);
        const auto whole = std::move(page).take();
        CHECK(whole.find("<li id=\"tecken-doubtful\">") != std::string::npos);
        CHECK(whole.find("tecken-decided") == std::string::npos);
        CHECK(whole.find("<title>A &amp; &lt;b&gt; – ") != std::string::npos);
    }

    TEST_CASE("only what changed is written, and what is no more is taken away") {
        const Scratch scratch;
        const auto out = scratch.path / "site";
        {
            SiteFolder folder(out);
            folder.write("index.html", "one");
            folder.write("a/b/index.html", "page");
            folder.write("c/index.html", "stays");
            CHECK(folder.finish().written == 3);
        }
        const auto before = fs::last_write_time(out / "c/index.html");
        SiteFolder folder(out);
        folder.write("index.html", "two");
        folder.write("c/index.html", "stays");
        const auto changes = folder.finish();
        CHECK(changes.written == 1);
        CHECK(changes.unchanged == 1);
        CHECK(changes.removed == 1);
        CHECK(changes.left.empty());
        CHECK(content_of(out / "index.html") == "two");
        CHECK_FALSE(fs::exists(out / "a"));
        CHECK(fs::last_write_time(out / "c/index.html") == before);
    }

    TEST_CASE("what is made otherwise each time is made again only of something else") {
        const Scratch scratch;
        const auto out = scratch.path / "site";
        int made = 0;
        const auto write = [&](std::string_view made_of) {
            SiteFolder folder(out);
            folder.write_made("a/page.pdf", made_of, [&] { return fmt::format("print {}", ++made); });
            return folder.finish();
        };
        CHECK(write("page").written == 1);
        CHECK(write("page").unchanged == 1);
        CHECK(content_of(out / "a/page.pdf") == "print 1");
        CHECK(write("another page").written == 1);
        CHECK(content_of(out / "a/page.pdf") == "print 2");
        put(out / "a/page.pdf", "changed by hand");
        CHECK(write("another page").written_over == std::vector<std::string>{"a/page.pdf"});
        CHECK(content_of(out / "a/page.pdf") == "print 3");
        CHECK(SiteFolder(out).finish().removed == 1);
    }

    TEST_CASE("a map of counties tells how many municipalities each has, and is there for Sweden's alone") {
        CHECK(county_of_code("1480") == "14");
        CHECK(county_of_code("9907").empty()); // a register of one's own
        CHECK(county_of_code("301").empty());  // another country's
        CHECK(county_map({}).empty());
        const auto map = county_map({{"14", 8}, {"25", 1}});
        CHECK(map.find(R"(<a href="#lan-14"><span>Västra Götaland</span> <b>8</b></a>)") !=
              std::string::npos);
        CHECK(map.find(R"(<li class="shade-4" style="grid-area:6/1">)") != std::string::npos);
        CHECK(map.find(R"(<li class="shade-1" style="grid-area:1/4">)") != std::string::npos);
        CHECK(map.find("<div><span>Skåne</span> <b>–</b></div>") != std::string::npos);
        const auto tiles = [&] {
            std::size_t count = 0;
            for (auto at = map.find("<li "); at != std::string::npos; at = map.find("<li ", at + 1))
                ++count;
            return count;
        }();
        CHECK(tiles == 21);
    }

    TEST_CASE("nothing of the user's is written over or removed") {
        const Scratch scratch;
        put(scratch.path / "letter.txt", "mine");
        CHECK_THROWS_WITH_AS(SiteFolder{scratch.path}, doctest::Contains("holds other files"),
                             std::runtime_error);
        CHECK_THROWS_AS(SiteFolder{scratch.path / "letter.txt"}, std::runtime_error);

        const auto out = scratch.path / "site";
        {
            SiteFolder folder(out);
            folder.write("a/index.html", "page");
            folder.write("b/index.html", "page");
            folder.finish();
        }
        put(out / "CNAME", "example.se");
        put(out / "a/index.html", "changed by hand");
        put(out / "b/index.html", "changed by hand");
        put(out / "b/notes.txt", "mine");
        SiteFolder folder(out);
        folder.write("a/index.html", "page");
        CHECK_THROWS_WITH_AS(folder.write("CNAME", "x"), doctest::Contains("did not write it"),
                             std::runtime_error);
        const auto changes = folder.finish();
        CHECK(changes.removed == 0);
        CHECK(changes.left == std::vector<std::string>{"b/index.html"});
        CHECK(changes.written_over == std::vector<std::string>{"a/index.html"});
        CHECK(content_of(out / "a/index.html") == "page");
        CHECK(content_of(out / "b/index.html") == "changed by hand");
        CHECK(content_of(out / "b/notes.txt") == "mine");
        CHECK(content_of(out / "CNAME") == "example.se");
    }

    TEST_CASE("a run that broke off is taken up") {
        const Scratch scratch;
        const auto out = scratch.path / "site";
        {
            SiteFolder folder(out);
            folder.write("a/index.html", "half a run"); // and no end
        }
        SiteFolder folder(out);
        folder.write("a/index.html", "whole");
        CHECK(folder.finish().written == 1);
        CHECK(content_of(out / "a/index.html") == "whole");
        CHECK_FALSE(fs::exists(out / "kompass-site.begun"));
    }

    TEST_CASE("a list that was tampered with removes nothing outside the folder") {
        const Scratch scratch;
        const auto out = scratch.path / "site";
        fs::create_directory(out);
        put(scratch.path / "victim", "x");
        put(out / "kompass-site.json",
            R"({"files":{"../victim":"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"}})");
        SiteFolder(out).finish();
        CHECK(fs::exists(scratch.path / "victim"));
        put(out / "kompass-site.json", "no list");
        CHECK_THROWS_WITH_AS(SiteFolder{out}, doctest::Contains("no list"), std::runtime_error);
    }
}
