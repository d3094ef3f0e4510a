#include "cli/terminal/vocabulary.h"

#include "text/language.h"

namespace kompass::cli {

const std::vector<std::string>& vocabulary() {
    using text::message;
    static const std::vector<std::string> words{
        // States of figures and texts
        message("sound"),
        message("from another file"),
        message("decided"),
        message("repaired"),
        message("inconsistent"),
        message("doubtful"),
        // Decisions
        message("in force"),
        message("confirmed"),
        message("needless"),
        message("contradicted"),
        message("superseded"),
        message("withdrawal"),
        message("without cell"),
        // How questions of two editions stand
        message("same"),
        message("split"),
        message("merged"),
        // Verdicts of the audit
        message("exact"),
        message("rounding"),
        message("printed"),
        message("in effect"),
        message("agrees"),
        message("differs"),
        message("no figure"),
        message("no report"),
        // Parts of a report
        message("title"),
        message("box"),
        message("score_table"),
        message("strengths"),
        message("improvements"),
        message("weaknesses"),
        message("role_models"),
        message("history"),
        message("key_facts"),
        message("identity"),
        message("page"),
        // What became of them
        message("found"),
        message("damaged"),
        message("missing"),
        message("not_in_report"),
        // What unclaimed words look like
        message("table"),
        message("list"),
        message("heading"),
        message("text"),
        message("picture"),
        // Troubles, findings of verify, kinds of sources
        message("note"),
        message("warning"),
        message("error"),
        message("fault"),
        message("pdf"),
        message("image"),
        message("transcript"),
        // How a page was read
        message("text-layer"),
        message("ocr"),
        message("empty"),
        message("failed"),
        // Where a setting is from
        message("option"),
        message("file"),
        message("default"),
        // What a search finds, and how an edition is departed from
        message("strength"),
        message("improvement"),
        message("weakness"),
        message("question"),
        message("role-model"),
        message("chapter"),
        message("chapter-heading"),
        message("wording"),
        message("maximum"),
        // Why one file of an evaluation goes before another
        message("file-replaced"),
        message("later-edition"),
        message("more-complete"),
        message("fewer-doubts"),
        message("nearer-source"),
        message("no-difference"),
        // Others
        message("report"),
        message("other scoring"),
        message("all"),
        message("as read"),
        message("current"),
        message("former"),
        message("added"),
        message("changed"),
        message("known"),
        message("ok"),
        message("read"),
        message("role"),
        message("employer"),
        message("name"),
    };
    return words;
}

} // namespace kompass::cli
