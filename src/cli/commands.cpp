#include "cli/commands.h"

namespace kompass::cli {

std::vector<Command> all_commands() {
    return {ingest_command(),      list_command(),        show_command(),   audit_command(),
            search_command(),      compare_command(),     trend_command(),  rank_command(),
            similar_command(),     role_models_command(), export_command(), extract_command(),
            load_command(),        pages_command(),       text_command(),   cache_command(),
            rules_check_command(), doctor_command(),      worker_command()};
}

} // namespace kompass::cli
