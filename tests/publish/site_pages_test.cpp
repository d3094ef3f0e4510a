// The pages of a site as they are written of an archive: what stands on which, and under what head.
#include "archive/evaluation/evaluations.h"
#include "archive/schema/definitions.h"
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
        site::write_site(
            connection,
            {.folder = folder_.file("site"), .sources = {}, .base_url = "", .workers = {}, .on_report = {}});
    }

    [[nodiscard]] std::string page(const std::string& address) const {
        std::ifstream in(folder_.file("site") / address / "index.html", std::ios::binary);
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
}
