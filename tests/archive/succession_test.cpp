// Several sources of one evaluation: one report is current, none is lost, and what decided is known.
#include "archive/archive.h"
#include "archive/connection.h"
#include "archive/verify.h"
#include "enquiry/former_reports.h"
#include "enquiry/sources.h"
#include "tests/archive/outsider.h"
#include "tests/archive/samples.h"
#include "tests/support/real_rules.h"

#include <kompass_version.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>

namespace {

using namespace kompass;
using namespace kompass::archive;

/// Gåseborg 2018, whose every figure is there and sure.
Record report(const std::string& file, std::uint32_t hash) {
    auto record = samples::plain_record("Gåseborg", "9902", 2018, 50);
    record.file = file;
    record.sha256 = samples::hash(hash);
    record.kind = SourceKind::pdf;
    return record;
}

std::vector<std::string> current_files(const Archive& archive) {
    std::vector<std::string> files;
    for (const auto& report : samples::reports(archive))
        files.push_back(report.file);
    return files;
}

using Files = std::vector<std::string>;

void check_sound(const std::filesystem::path& file) {
    for (const auto& check : verify(file))
        for (const auto& fault : check.faults)
            FAIL_CHECK(check.name << ": " << fault);
}

/// Eight areas with a score table and strengths each, all found.
Account whole_account() {
    Account account;
    for (int area = 1; area <= 8; ++area)
        for (const auto kind : {PartKind::score_table, PartKind::strengths})
            account.parts.push_back({kind, area, std::nullopt, PartState::found, ""});
    return account;
}

Part& strengths_of(Account& account, int area) {
    return account.parts.at(static_cast<std::size_t>(2 * area - 1));
}

/// The same, without strengths from area 2 on.
Account torn_account(PartState state = PartState::missing) {
    auto account = whole_account();
    for (int area = 2; area <= 8; ++area)
        strengths_of(account, area).state = state;
    return account;
}

/// What reports lack of what others of the same evaluation have, by file.
std::map<std::string, std::string> lacks(const Archive& archive) {
    return archive.consult([](const Connection& connection) {
        std::map<std::string, std::string> lacks;
        for (const auto& [report, text] : enquiry::list_lacks(connection))
            for (const auto& file : connection.texts(
                     "SELECT file FROM source s JOIN report r ON r.source_id = s.id WHERE r.id = ?",
                     {report}))
                lacks[file] = text;
        return lacks;
    });
}

/// The reason given for the one former report there is.
std::string only_reason(const Archive& archive) {
    const auto former = samples::former_reports(archive);
    REQUIRE(former.size() == 1);
    return former.front().reason;
}

} // namespace

TEST_SUITE("archive") {

    TEST_CASE("of two files of one evaluation the better is current, whichever came first") {
        const auto old = report("old.pdf", 1);
        auto better = report("better.pdf", 2);
        auto worse = report("worse.pdf", 3);
        std::string reason;
        SUBCASE("the later edition") {
            better.document_date = "2018-09-01";
            worse.document_date = "2018-06-30";
            worse.kind = SourceKind::pdf;
            reason = "later-edition";
        }
        SUBCASE("the one with more parts, though it has fewer figures") {
            better.account = whole_account();
            better.areas[3].questions[0].score.points.reset();
            worse.account = torn_account();
            reason = "more-complete";
        }
        SUBCASE("the one with more parts, though nothing told that the other should have them") {
            better.account = whole_account();
            worse.account = torn_account(PartState::not_in_report);
            worse.kind = SourceKind::pdf;
            better.kind = SourceKind::transcript;
            reason = "more-complete";
        }
        SUBCASE("the one without a damaged page, of two with the same parts") {
            better.account = whole_account();
            worse.account = whole_account();
            worse.account->parts.push_back({PartKind::page, std::nullopt, 5, PartState::damaged, "twice"});
            reason = "fewer-doubts";
        }
        SUBCASE("the one with more figures, where only one is accounted for") {
            better.account = torn_account();
            worse.areas[3].questions[0].score.points.reset();
            reason = "more-complete";
        }
        SUBCASE("the one with more figures") {
            worse.areas[3].questions[0].score.points.reset();
            reason = "more-complete";
        }
        SUBCASE("the one with fewer doubts") {
            worse.areas[3].total.doubtful = {"points"};
            reason = "fewer-doubts";
        }
        SUBCASE("the one nearer to the print") {
            worse.pages = {{1, Reading::ocr, "", 0.9}};
            reason = "nearer-source";
        }
        for (const bool better_first : {true, false}) {
            const samples::TemporaryFolder folder;
            auto archive = samples::writable(folder.file("a.db"));
            CHECK(archive.store(better_first ? better : worse, {}) == Outcome::taken);
            CHECK(archive.store(better_first ? worse : better, {}) == Outcome::taken);
            CHECK(current_files(archive) == Files{"better.pdf"});
            CHECK(only_reason(archive) == reason);
            CHECK(archive.record(samples::former_reports(archive).front().id) == worse);
            CHECK(samples::former_reports(archive).front().current_file == "better.pdf");
            CHECK(archive.knows(worse.sha256));
            CHECK(archive.store(worse, {}) == Outcome::known);
            check_sound(folder.file("a.db"));
        }
    }

    TEST_CASE("a file that lacks a part that another has says so, current or not") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto torn = report("torn.pdf", 1);
        torn.account = torn_account();
        auto whole = report("whole.pdf", 2);
        whole.account = whole_account();
        archive.store(torn, {});
        CHECK(lacks(archive).empty());
        archive.store(whole, {});
        CHECK(current_files(archive) == Files{"whole.pdf"});
        CHECK(lacks(archive) == std::map<std::string, std::string>{
                                    {"torn.pdf", "no strengths in areas 2–8: found in whole.pdf"}});

        // The later edition is current, whatever it lacks.
        auto later = report("later.pdf", 3);
        later.document_date = "2019-01-01";
        later.account = whole_account();
        strengths_of(*later.account, 1).state = PartState::damaged;
        whole.document_date = "2018-09-01";
        CHECK(archive.revise(whole, {}) == Outcome::taken);
        archive.store(later, {});
        CHECK(current_files(archive) == Files{"later.pdf"});
        CHECK(lacks(archive).at("later.pdf") == "damaged strengths in area 1: found in torn.pdf");
        CHECK(lacks(archive).at("torn.pdf") == "no strengths in areas 2–8: found in later.pdf");
        CHECK_FALSE(lacks(archive).contains("whole.pdf"));
        check_sound(folder.file("a.db"));
    }

    TEST_CASE("a report that gets its account is compared anew") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto torn = report("torn.pdf", 2); // whose hash is the lower
        auto whole = report("whole.pdf", 1);
        archive.store(torn, {});
        archive.store(whole, {});
        CHECK(current_files(archive) == Files{"torn.pdf"});
        torn.account = torn_account();
        whole.account = whole_account();
        CHECK(archive.revise(torn, {}) == Outcome::taken);
        CHECK(current_files(archive) == Files{"torn.pdf"});
        CHECK(archive.revise(whole, {}) == Outcome::taken);
        CHECK(current_files(archive) == Files{"whole.pdf"});
        CHECK(archive.record(samples::former_reports(archive).front().id) == torn);
        CHECK(samples::former_reports(archive).front().parts == "9 of 16: no strengths in areas 2–8");
    }

    TEST_CASE("where nothing tells two apart their hashes do, and each source knows of the other") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        archive.store(report("b.pdf", 1), {});
        archive.store(report("c.pdf", 3), {});
        archive.store(report("a.pdf", 2), {});
        CHECK(current_files(archive) == Files{"a.pdf"});
        const auto of_first = samples::successions(archive, samples::hash(2));
        REQUIRE(of_first.size() == 2);
        CHECK(of_first.front().current);
        CHECK(of_first.front().other_file == "b.pdf");
        const auto of_last = samples::successions(archive, samples::hash(3));
        REQUIRE(of_last.size() == 1);
        CHECK_FALSE(of_last.front().current);
        CHECK(of_last.front().other_file == "a.pdf");
        CHECK(of_last.front().reason == "no-difference");
    }

    TEST_CASE("evaluations that differ, or whose identity is in doubt, stand side by side") {
        auto other = report("other.pdf", 2);
        SUBCASE("another year") {
            other.year = 2019;
        }
        SUBCASE("another municipality") {
            other.municipality_code = "9903";
        }
        SUBCASE("another ordinal") {
            other.ordinal = 3;
        }
        SUBCASE("a doubtful year") {
            other.doubtful = {"year"};
        }
        SUBCASE("no year") {
            other.year.reset();
        }
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto first = report("first.pdf", 1);
        first.ordinal = 2;
        archive.store(first, {});
        archive.store(other, {});
        CHECK(samples::reports(archive).size() == 2);
        CHECK(samples::former_reports(archive).empty());
    }

    TEST_CASE("a file found with other content takes its own place, even if it reads worse") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const auto path = folder.file("report.pdf");
        const auto first = report("report.pdf", 1);
        auto second = report("report.pdf", 2);
        second.areas[0].total.doubtful = {"points"};
        archive.store(first, {}, {.document = nullptr, .path = path});

        SUBCASE("of the same evaluation") {
            archive.store(second, {}, {.document = nullptr, .path = path});
            REQUIRE(samples::reports(archive).size() == 1);
            CHECK(samples::reports(archive).front().sha256 == second.sha256);
            CHECK(only_reason(archive) == "file-replaced");
        }
        SUBCASE("that does not say of which evaluation it is") {
            second.municipality.clear();
            second.municipality_code.clear();
            archive.store(second, {}, {.document = nullptr, .path = path});
            CHECK(only_reason(archive) == "file-replaced");
        }
        SUBCASE("but not that of another evaluation") {
            second.year = 2020;
            archive.store(second, {}, {.document = nullptr, .path = path});
            CHECK(samples::reports(archive).size() == 2);
        }
        SUBCASE("and it keeps that place when rules make more of the first") {
            archive.store(second, {}, {.document = nullptr, .path = path});
            auto more = first;
            more.interviewees = 30;
            CHECK(archive.revise(more, {}) == Outcome::taken);
            CHECK(samples::reports(archive).front().sha256 == second.sha256);
            CHECK(archive.record(samples::former_reports(archive).front().id) == more);
        }
        check_sound(folder.file("a.db"));
    }

    TEST_CASE("a file that failed and was replaced by one that is taken is no failure any more") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const Origin origin{.document = nullptr, .path = folder.file("report.pdf")};
        archive.store_failure({"report.pdf",
                               samples::hash(9),
                               {{Severity::error, "damaged-pdf", "", "report.pdf", std::nullopt, ""}}},
                              origin);
        CHECK(samples::failures(archive).size() == 1);
        archive.store_failure({"report.pdf",
                               samples::hash(10),
                               {{Severity::error, "empty-file", "", "report.pdf", std::nullopt, ""}}},
                              origin);
        REQUIRE(samples::failures(archive).size() == 1);
        CHECK(samples::failures(archive).front().troubles.front().code == "empty-file");
        archive.store(report("report.pdf", 1), {}, origin);
        CHECK(samples::failures(archive).empty());
    }

    TEST_CASE("a revised report keeps its number, and what changed is kept") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const auto before = report("a.pdf", 1);
        archive.store(samples::rich_record(), {});
        archive.store(before, {});
        const auto number = samples::find(archive, "a.pdf").front().id;
        CHECK(archive.revise(before, {}) == Outcome::known);

        auto after = before;
        after.areas[2].questions[0].score.percent = 1;
        after.areas[2].strengths = {{"Något nytt", "", {}}};
        CHECK(archive.report_of(after.sha256) == before);
        CHECK(archive.revise(after, {}) == Outcome::taken);
        CHECK(samples::find(archive, "a.pdf").front().id == number);
        CHECK(archive.record(number) == after);
        CHECK(archive.report_of(after.sha256) == after);
        const auto look = Connection::reading(folder.file("a.db"));
        CHECK(look.number("SELECT count(*) FROM revision WHERE sha256 = ?", {before.sha256}) == 2);
        CHECK(look.number("SELECT count(*) FROM finding WHERE text = 'Något nytt'") == 1);
        check_sound(folder.file("a.db"));
    }

    TEST_CASE("a report that reads as before is led to the definitions of today") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const auto record = samples::rich_record();
        archive.store(record, {});
        const auto look = Connection::reading(folder.file("a.db"));
        const auto linked = [&](const char* table) {
            return look.number(std::string("SELECT count(*) FROM ") + table).value();
        };
        CHECK(linked("area_score WHERE area_id IS NOT NULL") == 0);
        CHECK(archive.revise(record, kompass::testing::knowledge()) == Outcome::known);
        CHECK(linked("area_score WHERE area_id IS NOT NULL") > 0);
        CHECK(archive.record(1) == record);
    }

    TEST_CASE("a revision that the schema refuses leaves the report as it was") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const auto before = report("a.pdf", 1);
        archive.store(before, {});
        auto after = before;
        after.areas[1].number = 1;
        CHECK(archive.revise(after, {}) == Outcome::failed);
        CHECK(archive.record(samples::reports(archive).front().id) == before);
        CHECK(samples::failures(archive).empty());
    }

    TEST_CASE("revising decides anew: between the two, and when one turns out to be another evaluation") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto first = report("first.pdf", 1);
        auto second = report("second.pdf", 2);
        first.areas[0].total.doubtful = {"points"};
        second.areas[0].total.doubtful = {"points", "max"};
        archive.store(first, {});
        archive.store(second, {});
        CHECK(current_files(archive) == Files{"first.pdf"});

        SUBCASE("the former one comes to read better") {
            second.areas[0].total.doubtful.clear();
            archive.revise(second, {});
            CHECK(current_files(archive) == Files{"second.pdf"});
            CHECK(only_reason(archive) == "fewer-doubts");
        }
        SUBCASE("the current one comes to read worse") {
            first.areas[0].total.doubtful = {"points", "max", "percent"};
            archive.revise(first, {});
            CHECK(current_files(archive) == Files{"second.pdf"});
        }
        SUBCASE("the current one was of another year") {
            first.year = 2011;
            archive.revise(first, {});
            CHECK(samples::reports(archive).size() == 2);
            CHECK(samples::former_reports(archive).empty());
        }
        SUBCASE("the former one was of another year") {
            second.year = 2011;
            archive.revise(second, {});
            CHECK(samples::reports(archive).size() == 2);
        }
        check_sound(folder.file("a.db"));
        for (const auto& record : {first, second}) {
            const auto found = samples::find(archive, record.sha256.substr(0, 12));
            REQUIRE(found.size() == 1);
            CHECK(archive.record(found.front().id) == record);
        }
    }

    TEST_CASE("what a person corrected outlives a revision and a change of the current report") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        auto first = report("first.pdf", 1);
        archive.store(first, {});
        samples::Outsider person(folder.file("a.db"));
        person.run("INSERT INTO decision (sha256, cell, stated, number, author, why, made_at) VALUES ('" +
                   first.sha256 + "', '1.1 points', 1, 7, 'Ada', 'seen on paper', '2021-03-01T12:00:00Z')");
        first.interviewees = 20;
        archive.revise(first, {});
        auto second = report("second.pdf", 2);
        second.document_date = "2019-01-01";
        first.document_date = "2018-01-01";
        archive.revise(first, {});
        archive.store(second, {});
        CHECK(current_files(archive) == Files{"second.pdf"});
        CHECK(Connection::reading(folder.file("a.db"))
                  .number("SELECT points FROM scores WHERE question = '1.1'") == 7);
    }

    TEST_CASE("a reading is kept with its report or failure, and can be extracted anew") {
        const samples::TemporaryFolder folder;
        auto archive = samples::writable(folder.file("a.db"));
        const auto taken = report("a.pdf", 1);
        const Document document{"a.pdf", taken.sha256, SourceKind::pdf, {}, {}};
        const Document unknown{"b.pdf", samples::hash(2), SourceKind::pdf, {}, {}};
        archive.store(taken, {}, {.document = &document, .path = ""});
        archive.store_failure(
            {"b.pdf", unknown.sha256, {{Severity::error, "no-score-tables", "", "b.pdf", std::nullopt, ""}}},
            {.document = &unknown, .path = ""});
        const auto kept = archive.kept_sources();
        REQUIRE(kept.size() == 2);
        CHECK(kept[0].sha256 == taken.sha256);
        CHECK(kept[0].version == KOMPASS_VERSION);
        CHECK(kept[0].outcome == Outcome::taken);
        CHECK(kept[1].outcome == Outcome::failed);
        CHECK(archive.reading(unknown.sha256) == unknown);

        auto loaded = report("c.pdf", 3);
        loaded.year = 2009;
        archive.store(loaded, {});
        CHECK(archive.consult(enquiry::reports_without_reading) == 1);
        const Document read_later{"c.pdf", loaded.sha256, SourceKind::pdf, {}, {}};
        CHECK(archive.revise(loaded, {}, {.document = &read_later, .path = ""}) == Outcome::known);
        CHECK(archive.consult(enquiry::reports_without_reading) == 0);

        auto understood = report("b.pdf", 2);
        understood.year = 2012;
        CHECK(archive.revise(understood, {}) == Outcome::taken);
        CHECK(samples::failures(archive).empty());
        CHECK(archive.kept_sources()[1].outcome == Outcome::taken);
    }

} // TEST_SUITE
