#include "publish/review/csv_sheet.h"

#include "text/language.h"
#include "text/table.h"

#include <fmt/format.h>

namespace kompass::publish {
namespace {

void add(text::Table& table, const ReviewedReport& report, const ReviewItem& item) {
    table.add({report.sha256, report.file, report.title,
               item.places.empty() ? text::Value{} : text::Value{item.places.back().page}, name_of(item.cell),
               item.status, text::value_of(item.read.value_or("")),
               text::value_of(fmt::format("{}", fmt::join(item.candidates, ", "))), text::Value{},
               text::Value{}, text::Value{}, text::in_english([&] { return usual_grounds(item); })});
}

} // namespace

std::string review_csv(const std::vector<ReviewedReport>& reports) {
    text::Table table({{"sha256"},
                       {"file"},
                       {"report"},
                       {"page"},
                       {"cell"},
                       {"status"},
                       {"read"},
                       {"candidates"},
                       {"value"},
                       {"stated"},
                       {"by"},
                       {"why"}});
    for (const auto& report : reports)
        for (const auto& topic : report.topics) {
            for (const auto& item : topic.items)
                add(table, report, item);
            for (const auto& part : topic.parts)
                for (const auto& item : part.missing)
                    add(table, report, item);
        }
    return table.text(text::Format::csv);
}

} // namespace kompass::publish
