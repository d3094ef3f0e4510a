#include "cli/terminal/question.h"

#include "text/language.h"
#include "text/unicode.h"
#include "text/visible.h"

#include <iostream>

#include <unistd.h>

namespace kompass::cli {

bool can_be_asked() {
    return isatty(STDIN_FILENO) == 1;
}

bool agrees(const std::string& question) {
    std::cerr << text::visible(question) << text::tr(" [y/N] ") << std::flush;
    std::string answer;
    std::getline(std::cin, answer);
    answer = unicode::lower(answer);
    return answer == "y" || answer == "yes" || answer == "j" || answer == "ja";
}

} // namespace kompass::cli
