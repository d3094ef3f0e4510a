// What a page says of itself to programs, as JSON-LD in the words of schema.org: the site and a
// municipality's files are a Dataset, a report is a Report. Ready to stand in a <script>. Pure.
#pragma once

#include "publish/site/content.h"

#include <map>
#include <string>
#include <vector>

namespace kompass::publish::site {

struct SiteFile {
    std::string name, media_type, title;
};

[[nodiscard]] std::string dataset_of(const SiteContent& content, const std::string& description,
                                     const std::string& base_url);
[[nodiscard]] std::string dataset_of(const MunicipalityContent& town, const std::string& description,
                                     const std::vector<SiteFile>& files, const std::string& base_url);
/// `documents`: rows of the export table of that name.
[[nodiscard]] std::string report_data(const ReportContent& report, const std::string& date,
                                      const std::vector<std::map<std::string, std::string>>& documents,
                                      const std::string& base_url);

} // namespace kompass::publish::site
