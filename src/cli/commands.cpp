#include "cli/commands.h"

namespace kompass::cli {

std::vector<Command> all_commands() {
    return {ingest_command(),
            list_command(),
            show_command(),
            audit_command(),
            search_command(),
            compare_command(),
            trend_command(),
            rank_command(),
            similar_command(),
            role_models_command(),
            export_command(),
            correct_command(),
            corrections_export_command(),
            corrections_import_command(),
            review_command(),
            extract_command(),
            load_command(),
            pages_command(),
            text_command(),
            repair_command(),
            reextract_command(),
            explain_command(),
            verify_command(),
            backup_command(),
            cache_command(),
            rules_check_command(),
            doctor_command(),
            worker_command()};
}

} // namespace kompass::cli
