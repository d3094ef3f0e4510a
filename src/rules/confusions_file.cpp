#include "rules/confusions_file.h"

#include "rules/toml_file.h"
#include "text/misreading.h"
#include "text/unicode.h"

#include <cmath>

namespace kompass::rules {
namespace {

repair::Confusion confusion_from(const TomlNode& node) {
    node.allow_only({"meant", "seen", "per_million"});
    constexpr double million = 1e6;
    const int weight = node.at("per_million").number();
    if (weight < 1 || weight >= static_cast<int>(million))
        node.at("per_million").fail("a weight lies between 1 and 999999");
    repair::Confusion confusion;
    confusion.meant = unicode::code_points(unicode::lower(node.at("meant").text()));
    if (const auto* seen = node.find("seen")) confusion.seen = unicode::code_points(seen->text());
    confusion.cost = -std::log(weight / million);
    confusion.swedish = confusion.meant.size() == 1 && text::is_swedish_letter(confusion.meant.front());
    if (confusion.seen.empty() && !confusion.swedish) node.fail("only å, ä and ö may leave nothing behind");
    return confusion;
}

} // namespace

repair::Confusions load_confusions(const std::filesystem::path& file) {
    const auto root = TomlNode::parse(file);
    root.allow_only({"confusion"});
    std::vector<repair::Confusion> all;
    for (const auto& node : root.at("confusion").list())
        all.push_back(confusion_from(node));
    return repair::Confusions(std::move(all));
}

} // namespace kompass::rules
