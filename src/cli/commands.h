// Every command of the program. One file a command.
#pragma once

#include "cli/command.h"

namespace kompass::cli {

[[nodiscard]] Command extract_command();
[[nodiscard]] Command ingest_command();
[[nodiscard]] Command manifest_command();
[[nodiscard]] Command load_command();
[[nodiscard]] Command reextract_command();
[[nodiscard]] Command release_command();
[[nodiscard]] Command report_command();
[[nodiscard]] Command explain_command();
[[nodiscard]] Command account_command();
[[nodiscard]] Command verify_command();
[[nodiscard]] Command backup_command();
[[nodiscard]] Command upgrade_command();
[[nodiscard]] Command config_command();
[[nodiscard]] Command forget_command();
[[nodiscard]] Command list_command();
[[nodiscard]] Command show_command();
[[nodiscard]] Command audit_command();
[[nodiscard]] Command correct_command();
[[nodiscard]] Command corrections_export_command();
[[nodiscard]] Command corrections_import_command();
[[nodiscard]] Command known_import_command();
[[nodiscard]] Command known_export_command();
[[nodiscard]] Command known_forget_command();
[[nodiscard]] Command review_command();
[[nodiscard]] Command search_command();
[[nodiscard]] Command compare_command();
[[nodiscard]] Command trend_command();
[[nodiscard]] Command rank_command();
[[nodiscard]] Command similar_command();
[[nodiscard]] Command role_models_command();
[[nodiscard]] Command export_command();
[[nodiscard]] Command site_command();
[[nodiscard]] Command pages_command();
[[nodiscard]] Command text_command();
[[nodiscard]] Command repair_command();
[[nodiscard]] Command cache_command();
[[nodiscard]] Command rules_check_command();
[[nodiscard]] Command editions_learn_command();
[[nodiscard]] Command editions_drift_command();
[[nodiscard]] Command editions_concordance_command();
[[nodiscard]] Command describe_command();
[[nodiscard]] Command doctor_command();
[[nodiscard]] Command worker_command();
[[nodiscard]] Command complete_command();
[[nodiscard]] Command manual_command();

/// All of them, in the groups and the order in which help lists them.
[[nodiscard]] std::vector<Command> all_commands();

} // namespace kompass::cli
