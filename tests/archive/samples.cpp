#include "tests/archive/samples.h"

#include "archive/upgrade/upgrade.h"

#include "archive/decisions.h"
#include "enquiry/sources.h"

#include <fmt/format.h>

#include <stdlib.h> // NOLINT(modernize-deprecated-headers): mkdtemp is POSIX

#include <array>
#include <chrono>
#include <random>
#include <stdexcept>
#include <system_error>
#include <thread>

namespace kompass::archive::samples {

TemporaryFolder::TemporaryFolder() {
    auto pattern = (std::filesystem::temp_directory_path() / "kompass-archive-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::system_error(errno, std::generic_category(), pattern);
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string hash(std::uint32_t number) {
    const std::uint32_t mixed = number * 2654435761U; // odd, so no two numbers give the same
    return fmt::format("{:08x}{:056x}", mixed, number);
}

namespace {

Area rich_area() {
    Area area;
    area.number = 1;
    area.title = "Offentlighet och demokrati";
    area.table_title = "1. Offentlighet och demokrati";
    area.box_headings = {"Öppna nämnder", "Dialog på nätet"};
    area.box_points = 61;
    area.total = {61, 100, 61, {}, {}, {}, {{4, Box{70.5, 700, 520.25, 712}}}};
    area.questions = {{"1.1",
                       "Finns det en strategi?",
                       {8,
                        20,
                        40,
                        {"points", "percent"},
                        {{"percent", {40, 48}}, {"points", {8, 3}}},
                        {{"points", "3", 8, "with 8 every check holds"}},
                        {{4, Box{70.5, 200, 520, 212}}, {5, std::nullopt}}}},
                      {"1.12",
                       "En fråga som ingen upplaga har?",
                       {std::nullopt, std::nullopt, std::nullopt, {}, {}, {}, {}}}};
    area.strengths = {
        {"Tydliga mål för nämnderna", "Tydliga mal for namnderna", {{3, Box{72, 90, 300, 130}}}},
        {"Bra webbplats", "", {}}};
    area.improvements = {{"Mät det som är viktigt", "", {{3, std::nullopt}}}};
    area.weaknesses = {{"Få deltar", "", {}}};
    area.role_models = {{"Ankeborg", "9901"}, {"En okänd region", ""}};
    area.prose = {{"Kommunen har prövat öppna nämnder i tre år.", 2}, {"Det går framåt.", 3}};
    area.doubtful = {"strengths", "box_points"};
    area.places = {{2, Box{72, 100, 500, 180}}};
    return area;
}

AuditFinding checked(CheckKind kind, Verdict verdict, int area, const Cell& cell) {
    AuditFinding finding;
    finding.kind = kind;
    finding.verdict = verdict;
    finding.area = area;
    finding.cell = cell;
    return finding;
}

std::vector<AuditFinding> rich_audit() {
    auto row = checked(CheckKind::row, Verdict::inconsistent, 1, question_cell("1.1", CellField::points));
    row.printed = "3";
    row.expected = "8";
    row.explanation = "3 of 20 is not 40 %.";
    row.places = {{4, std::nullopt}, {5, std::nullopt}};
    auto sum = checked(CheckKind::sum, Verdict::rounding, 1, total_cell(1, CellField::points));
    sum.printed = "61";
    sum.expected = "60–61";
    return {row, sum, checked(CheckKind::history_sum, Verdict::exact, 0, history_cell(2014, 0))};
}

} // namespace

namespace {

/// Parts in every state, words in every account.
Account rich_account() {
    Account account;
    account.words = {100, 60, 20, 15, 5};
    account.unclaimed = {{Look::table, 4, {{3, Box{72, 100, 500, 180}}, {4, std::nullopt}}},
                         {Look::heading, 1, {}}};
    account.parts = {{PartKind::title, 1, {}, PartState::found, ""},
                     {PartKind::score_table, 1, {}, PartState::found, ""},
                     {PartKind::strengths, 1, {}, PartState::damaged, "the second line is cut off"},
                     {PartKind::role_models, 1, {}, PartState::not_in_report, "nothing names any"},
                     {PartKind::strengths, 2, {}, PartState::missing, "each other area has some"},
                     {PartKind::history, {}, {}, PartState::found, ""},
                     {PartKind::page, {}, 5, PartState::missing, "6 follows 4"}};
    return account;
}

} // namespace

namespace {

/// With everything that a scoring beside the report's own can have.
Scoring rich_scoring() {
    Scoring scoring;
    scoring.edition = "2010";
    scoring.label = "Poäng enligt tidigare modell";
    scoring.doubtful = {"edition"};
    scoring.places = {{3, Box{1, 2, 3, 4}}};
    Area area;
    area.number = 3;
    area.title = "Klarhet i samspelet";
    area.table_title = "Klarhet";
    area.total = {
        Decimal::from_tenths(335), 100, 34, {"points"}, {{"points", {Decimal::from_tenths(335), 38}}}, {},
        {{3, std::nullopt}}};
    area.questions = {{"3.1", "Är målen klara?", {Decimal::from_tenths(125), 25, 50, {}, {}, {}, {}}},
                      {"3.2", "", {std::nullopt, 20, std::nullopt, {"points"}, {}, {}, {}}}};
    Area bare;
    bare.number = 4;
    bare.total.points = 61;
    scoring.areas = {area, bare};
    scoring.total = {
        Decimal::from_tenths(4265), 800, 53, {}, {}, {{"points", "426", Decimal::from_tenths(4265), "sum"}},
        {{4, std::nullopt}}};
    scoring.history = {
        {2006, {50, std::nullopt, Decimal::from_tenths(485)}, 98, {{6, std::nullopt}}, {"total"}}};
    return scoring;
}

} // namespace

Record rich_record() {
    Record record;
    record.file = "ankeborg-2017.pdf";
    record.sha256 = hash(7);
    record.pages = {{1, Reading::text_layer, "a good text layer", std::nullopt},
                    {2, Reading::ocr, "no text layer", 0.875},
                    {3, Reading::failed, "the worker ran out of memory", std::nullopt}};
    record.municipality = "Ankeborg";
    record.municipality_code = "9901";
    record.year = 2017;
    record.month = 10;
    record.ordinal = 2;
    record.interviewees = 30;
    record.document_date = "2018-02-08";
    record.evaluators = {"Åsa Ö. Ek, senior konsult (SKL)", "Bo Al"};
    record.evaluator_details = {{"Åsa Ö. Ek", "senior konsult", "SKL", {}},
                                {"Bo Al", "", "SKL", {"employer"}}};
    record.edition = "2016";
    record.doubtful = {"year", "edition"};
    Area second;
    second.number = 2;
    second.title = "Tillgänglighet och brukarorientering";
    second.total.points = 40;
    record.areas = {rich_area(), second};
    record.history = {{2014, {50, std::nullopt, 48}, 98, {{6, std::nullopt}}}, {2010, {}, std::nullopt, {}}};
    record.scorings = {rich_scoring(), {}};
    record.chapters = {{"1. Inledning", 2, {{"Kommunen söker förebilder i landet.", 2}, {"Kort.", 3}}},
                       {"", 9, {{"Text som står utan rubrik.", 9}}},
                       {"Kommunens styrkor", 10, {}}};
    record.key_facts = {{"Invånare", "12 345"}, {"Anställda", "1 100"}, {"Invånare", "som ovan"}};
    record.findings_of_audit = rich_audit();
    record.text_repairs = 4;
    record.word_repairs = {{2, 14, "fir", "får", "spelling", 0.987}, {3, 1, "for", "för", "context", 0.75}};
    record.troubles = {{Severity::warning, "unknown-question", "1.12 is in no edition", "ankeborg-2017.pdf",
                        Place{4, Box{1, 2, 3, 4}}, "score-row"},
                       {Severity::note, "no-history-head", "the table has no head", "", std::nullopt, ""}};
    record.account = rich_account();
    return record;
}

Record plain_record(const std::string& municipality, const std::string& code, int year, int points) {
    Record record;
    record.file = fmt::format("{}-{}.txt", municipality, year);
    record.sha256 = hash(static_cast<std::uint32_t>(std::stoi(code) * 10'000 + year));
    record.kind = SourceKind::transcript;
    record.municipality = municipality;
    record.municipality_code = code;
    record.year = year;
    record.edition = "2016";
    for (int number = 1; number <= 8; ++number) {
        Area area;
        area.number = number;
        area.title = fmt::format("Område {}", number);
        area.total = {points, 100, points, {}, {}, {}, {}};
        area.questions = {
            {fmt::format("{}.1", number), "Hur går det?", {points, 100, points, {}, {}, {}, {}}}};
        record.areas.push_back(area);
    }
    return record;
}

namespace {

/// Draws the parts of a record.
class Draw {
public:
    explicit Draw(std::uint32_t seed) : engine_(seed) {}

    int number(int low, int high) { return std::uniform_int_distribution(low, high)(engine_); }
    bool coin() { return number(0, 1) == 1; }
    std::optional<int> figure() { return coin() ? std::optional(number(0, 120)) : std::nullopt; }
    /// With one decimal, now and then.
    std::optional<Decimal> points() {
        if (coin()) return figure();
        return Decimal::from_tenths(number(0, 1200));
    }

    std::string text() {
        static constexpr std::array pieces{"å",  "Ä",  "ö",  "a",  "Z", "7", "%", "–", "'",
                                           "\"", "\\", "\n", "\t", " ", "•", "",  "?", "\U0001F9ED"};
        std::string text;
        for (int length = number(0, 40); length > 0; --length)
            text += pieces.at(static_cast<std::size_t>(number(0, pieces.size() - 1)));
        if (number(0, 20) == 0) text.push_back('\0');
        return text;
    }

    template <typename Make>
    auto list(int most, Make make) {
        std::vector<decltype(make())> list;
        for (int length = number(0, most); length > 0; --length)
            list.push_back(make());
        return list;
    }

    std::vector<std::string> texts(int most) {
        return list(most, [&] { return text(); });
    }

    Place place() {
        Place place{number(1, 40), std::nullopt};
        std::uniform_real_distribution<double> points(-10, 900);
        if (coin()) place.box = Box{points(engine_), points(engine_), points(engine_), points(engine_)};
        return place;
    }

    Places places() {
        return list(3, [&] { return place(); });
    }

    Score score() {
        Score score{points(), figure(), figure(), texts(2), {}, {}, places()};
        add_notes(score);
        return score;
    }

    /// To a score, an area or a history column.
    template <typename Noted>
    void add_notes(Noted& noted) {
        for (const auto& field : texts(2))
            noted.candidates[field] = {number(-5, 200), number(0, 100)};
        noted.repairs = list(2, [&] { return ScoreRepair{text(), text(), number(-9, 999), text()}; });
    }

    std::vector<Finding> findings() {
        return list(6, [&] { return Finding{text(), text(), places()}; });
    }

    std::string code() { return coin() ? fmt::format("{:04}", number(0, 9999)) : ""; }

    Area area(int number_of_area) {
        Area area;
        area.number = number_of_area;
        area.title = text();
        if (coin()) area.table_title = text();
        area.box_headings = texts(4);
        area.box_points = points();
        area.total = score();
        area.questions = list(7, [&] {
            return Question{fmt::format("{}.{}", number_of_area, number(1, 99)), text(), score()};
        });
        area.strengths = findings();
        area.improvements = findings();
        area.weaknesses = findings();
        area.role_models = list(2, [&] { return RoleModel{text(), code()}; });
        area.prose = list(3, [&] { return Paragraph{text(), number(1, 40)}; });
        area.doubtful = texts(2);
        add_notes(area);
        area.places = places();
        return area;
    }

    HistoryColumn history_column() {
        HistoryColumn column{number(2002, 2030), {}, points(), places()};
        for (int areas = number(0, 8); areas > 0; --areas)
            column.areas.push_back(points());
        column.doubtful = texts(2);
        add_notes(column);
        return column;
    }

    Cell cell() {
        const int area = number(1, 8);
        if (coin()) return total_cell(area, coin() ? CellField::whole : CellField::max);
        if (coin()) return history_cell(number(2002, 2030), number(0, 8));
        return question_cell(fmt::format("{}.{}", area, number(1, 99)), CellField::percent);
    }

    AuditFinding audit_finding() {
        return {static_cast<CheckKind>(number(0, 6)),
                static_cast<Verdict>(number(0, 2)),
                number(0, 8),
                cell(),
                text(),
                text(),
                text(),
                places()};
    }

    template <typename Enum>
    Enum any(Enum last) {
        return static_cast<Enum>(number(0, static_cast<int>(last)));
    }

    Account account() {
        Account account;
        account.words = {0, number(0, 9000), number(0, 9000), number(0, 900), number(0, 900)};
        auto& words = account.words;
        words.read = words.claimed + words.prose + words.furniture + words.unclaimed;
        account.unclaimed = list(3, [&] { return Unclaimed{any(Look::picture), number(0, 99), places()}; });
        account.parts = list(9, [&] {
            Part part{any(PartKind::page), {}, {}, any(PartState::not_in_report), text()};
            if (coin()) part.area = number(1, 8);
            if (coin()) part.page = number(-3, 99);
            return part;
        });
        return account;
    }

    Trouble trouble() {
        Trouble trouble{coin() ? Severity::note : Severity::warning, text(), text(), text(), {}, text()};
        if (coin()) trouble.place = place();
        return trouble;
    }

private:
    std::mt19937 engine_;
};

void draw_identity(Draw& draw, Record& record) {
    record.kind = static_cast<SourceKind>(draw.number(0, 2));
    record.municipality_code = draw.code();
    // A code is of one municipality: it has one name, whichever record comes first.
    record.municipality = record.municipality_code.empty() ? draw.text() : record.municipality_code + " Ånäs";
    if (draw.coin()) record.year = draw.number(2002, 2030);
    if (draw.coin()) record.month = draw.number(1, 12);
    if (draw.coin()) record.ordinal = draw.number(1, 9);
    record.interviewees = draw.figure();
    if (draw.coin()) record.document_date = draw.text();
    record.evaluators = draw.texts(3);
    if (draw.coin())
        for (std::size_t i = 0; i < record.evaluators.size(); ++i)
            record.evaluator_details.push_back({"Ö. Ek" + draw.text(), draw.coin() ? draw.text() : "",
                                                draw.coin() ? draw.text() : "", draw.texts(2)});
    record.edition = draw.coin() ? "2016" : draw.text();
    record.doubtful = draw.texts(3);
    record.text_repairs = draw.number(0, 999);
    for (int i = draw.number(0, 3); i > 0; --i)
        record.word_repairs.push_back({draw.number(1, 40), draw.number(1, 60), draw.text(), draw.text(),
                                       "spelling", draw.number(0, 1000) / 1000.0});
}

} // namespace

Record random_record(std::uint32_t seed) {
    Draw draw(seed);
    Record record;
    record.file = fmt::format("report-{}.pdf", seed);
    record.sha256 = hash(seed);
    draw_identity(draw, record);
    const int pages = draw.number(0, 30);
    for (int number = 1; number <= pages; ++number)
        record.pages.push_back({number, static_cast<Reading>(draw.number(0, 4)), draw.text(),
                                draw.coin() ? std::optional(draw.number(0, 100) / 100.0) : std::nullopt});
    for (int number = 1; number <= 8; ++number)
        if (draw.number(0, 3) > 0) record.areas.push_back(draw.area(number));
    record.history = draw.list(3, [&] { return draw.history_column(); });
    record.chapters = draw.list(3, [&] {
        return Chapter{draw.text(), draw.number(1, 40), draw.list(2, [&] {
                           return Paragraph{draw.text(), draw.number(1, 40)};
                       })};
    });
    record.key_facts = draw.list(4, [&] { return std::pair(draw.text(), draw.text()); });
    record.findings_of_audit = draw.list(9, [&] { return draw.audit_finding(); });
    record.troubles = draw.list(4, [&] { return draw.trouble(); });
    if (draw.coin()) record.account = draw.account();
    return record;
}

std::vector<rules::Edition> editions() {
    const rules::AreaDefinition first{1,
                                      "Offentlighet och demokrati",
                                      {"Demokrati och offentlighet"},
                                      {{"1.1", {"Finns det en strategi?", "Har kommunen en strategi?"}, 20},
                                       {"1.2", {"Hur ges insyn?"}, std::nullopt}}};
    const rules::AreaDefinition second{2, "Tillgänglighet och brukarorientering", {}, {}};
    return {{"2016", {}, 2016, 2019, {first, second}}};
}

std::vector<rules::Municipality> municipalities() {
    return {{"9901", "Ankeborg", "99", "Kalle län"},
            {"9902", "Gåseborg", "99", "Kalle län"},
            {"9903", "Gaseborg", "98", "Ärtemarks län"}};
}

WriterLock lock_of(const std::filesystem::path& file) {
    constexpr int tries = 12000; // a minute: a busy machine keeps a writer waiting that long
    for (int left = tries; left > 0; --left) {
        if (auto lock = WriterLock::try_take(file, "test")) return *std::move(lock);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    throw std::runtime_error("another holds the lock of " + file.string());
}

Archive writable(const std::filesystem::path& file) {
    return Archive::open_for_writing(lock_of(file));
}

Archive upgraded(const std::filesystem::path& file) {
    static_cast<void>(upgrade(lock_of(file)));
    return writable(file);
}

std::vector<enquiry::ReportSummary> reports(const Archive& archive) {
    return archive.consult(enquiry::summarize_reports);
}

std::vector<FailedSource> failures(const Archive& archive) {
    return archive.consult(enquiry::list_failures);
}

std::vector<enquiry::FormerReport> former_reports(const Archive& archive) {
    return archive.consult(enquiry::list_former_reports);
}

std::vector<enquiry::ReportIdentity> find(const Archive& archive, std::string_view reference) {
    return archive.consult(
        [&](const Connection& connection) { return enquiry::find_reports(connection, reference); });
}

std::vector<enquiry::Succession> successions(const Archive& archive, const std::string& sha256) {
    return archive.consult(
        [&](const Connection& connection) { return enquiry::list_successions(connection, sha256); });
}

std::vector<Correction> corrections(const Archive& archive) {
    return archive.consult(
        [](const Connection& connection) { return list_decisions(connection, std::nullopt); });
}

} // namespace kompass::archive::samples
