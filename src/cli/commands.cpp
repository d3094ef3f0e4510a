#include "cli/commands.h"

#include <iterator>
#include <utility>

namespace kompass::cli {
namespace {

void add_group(std::vector<Command>& all, const std::string& group, std::vector<Command> commands) {
    for (auto& command : commands)
        command.group = group;
    std::move(commands.begin(), commands.end(), std::back_inserter(all));
}

} // namespace

std::vector<Command> all_commands() {
    std::vector<Command> all;
    add_group(all, "Take in",
              {ingest_command(), manifest_command(), load_command(), extract_command(), reextract_command(),
               pages_command(), text_command(), repair_command(), explain_command(), account_command()});
    add_group(all, "Look at",
              {list_command(), show_command(), search_command(), compare_command(), trend_command(),
               rank_command(), similar_command(), role_models_command()});
    add_group(all, "Decide",
              {audit_command(), review_command(), correct_command(), corrections_export_command(),
               corrections_import_command(), known_import_command(), known_export_command(),
               known_forget_command()});
    add_group(all, "Hand on",
              {describe_command(), export_command(), release_command(), site_command(), report_command()});
    add_group(all, "Tend",
              {verify_command(), backup_command(), upgrade_command(), forget_command(), config_command(),
               cache_command(), rules_check_command(), editions_learn_command(), editions_drift_command(),
               editions_concordance_command(), doctor_command()});
    add_group(all, "Internal", {worker_command(), complete_command(), manual_command()});
    return all;
}

} // namespace kompass::cli
