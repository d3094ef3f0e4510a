#include "extractors/file_title.h"

#include <algorithm>

namespace kompass {

std::vector<std::string> file_titles(const FileInfo& info) {
    std::vector<std::string> titles;
    for (auto title : {info.title, info.subject}) {
        std::replace(title.begin(), title.end(), '_', ' ');
        if (!title.empty()) titles.push_back(std::move(title));
    }
    return titles;
}

} // namespace kompass
