#include "synthetic_archive.h"

#include "archive/evaluation/evaluations.h"
#include "archive/outside/definitions.h"
#include "archive/upgrade/migrations.h"
#include "archive/writer.h"

#include <fmt/format.h>

#include <array>
#include <random>

namespace kompass::testing {

namespace {

constexpr int municipalities = 290;

/// Draws the parts of a record.
class Draw {
public:
    explicit Draw(int number) : engine_(static_cast<std::uint32_t>(number)) {}

    // std::uniform_int_distribution differs from library to library; this does not.
    int number(int low, int high) {
        return low + static_cast<int>(engine_() % static_cast<std::uint32_t>(high - low + 1));
    }

    std::string text() {
        std::string text = "Kommunen";
        for (int words = number(3, 12); words > 0; --words)
            text += " " + (number(0, 9) < 6 ? std::string(one_of(common)) : compound());
        return text;
    }

    Score score(int max) {
        const int points = number(0, max);
        return {points, max, (200 * points + max) / (2 * max), {}, {}, {}, {}};
    }

private:
    static constexpr std::array common{"och", "för",    "med", "till",   "på",
                                       "är",  "tydlig", "bör", "saknas", "årlig"};
    static constexpr std::array heads{
        "medborgar", "verksamhets", "mål",          "budget", "kvalitets", "miljö",  "närings",    "skol",
        "omsorgs",   "värde",       "personal",     "ledar",  "bygg",      "trafik", "kultur",     "fritids",
        "besöks",    "synpunkts",   "upphandlings", "energi", "avfalls",   "arkiv",  "valfrihets", "larm"};
    static constexpr std::array tails{"dialog", "uppföljning", "plan", "grund",  "arbete",
                                      "enkät",  "strategi",    "råd",  "analys", "jämförelse"};

    template <typename Words>
    const char* one_of(const Words& words) {
        return words.at(static_cast<std::size_t>(number(0, static_cast<int>(words.size()) - 1)));
    }

    std::string compound() {
        const std::string head = one_of(heads);
        return head + one_of(tails);
    }

    std::mt19937 engine_;
};

void add_findings(Draw& draw, std::vector<Finding>& list, int count) {
    for (; count > 0; --count)
        list.push_back({draw.text(), {}, {{draw.number(3, 20), std::nullopt}}});
}

void add_questions(Draw& draw, Area& area, int count) {
    for (int i = 1; i <= count; ++i)
        area.questions.push_back(
            {fmt::format("{}.{}", area.number, i), draw.text(), draw.score(100 / count)});
}

Area area_of(Draw& draw, int number, ReportSize size) {
    Area area;
    area.number = number;
    area.title = fmt::format("Område {}", number);
    area.total = draw.score(100);
    if (size == ReportSize::slim) {
        add_questions(draw, area, number == 3 ? 1 : 0);
        return area;
    }
    add_questions(draw, area, 5 + number % 2);
    area.box_points = area.total.points;
    add_findings(draw, area.strengths, draw.number(3, 7));
    add_findings(draw, area.improvements, draw.number(3, 7));
    area.role_models = {{fmt::format("Kommun {:04}", draw.number(1, municipalities)), ""}};
    return area;
}

} // namespace

Record synthetic_record(int number, ReportSize size) {
    Draw draw(number);
    Record record;
    record.file = fmt::format("synthetic-{}.pdf", number);
    record.sha256 = fmt::format("{:064x}", number);
    record.municipality = fmt::format("Kommun {:04}", 1 + number % municipalities);
    record.municipality_code = fmt::format("{:04}", 1 + number % municipalities);
    record.year = 2010 + number / municipalities % 10;
    record.edition = *record.year < 2016 ? "2010" : "2016";
    for (int area = 1; area <= 8; ++area)
        record.areas.push_back(area_of(draw, area, size));
    return record;
}

archive::Connection synthetic_archive(const std::filesystem::path& file, int reports, ReportSize size) {
    auto connection = archive::Connection::writing(archive::WriterLock::try_take(file, "test").value());
    archive::make_if_blank(connection);
    archive::Transaction transaction(connection, archive::Transaction::Kind::write);
    for (int number = 0; number < reports; ++number)
        archive::write_report(connection, synthetic_record(number, size), {}, std::nullopt);
    archive::settle_all(connection);
    transaction.commit();
    return connection;
}

} // namespace kompass::testing
