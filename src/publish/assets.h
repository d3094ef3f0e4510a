// The style sheets, scripts and schemas of the pages and files this program writes: the files in
// publish/assets/, and Snowball's Swedish stemmer as Debian has it, as text.
//
// CMake embeds them at build time (cmake/embed.cmake), so that an installed program needs no files beside it.
// review.css is `review_css`; a new file needs a line here. Constants; thread safe.
#pragma once

#include <string_view>

namespace kompass::publish::assets {

extern const std::string_view base_stemmer_js;
extern const std::string_view tokens_css; ///< colours, of pages and charts
extern const std::string_view page_css;   ///< type and spacing of all pages
extern const std::string_view charts_css;
extern const std::string_view compare_js;
extern const std::string_view report_css;
extern const std::string_view review_css;
extern const std::string_view review_js;
extern const std::string_view search_js;
extern const std::string_view siard_metadata_xsd;
extern const std::string_view site_css;
extern const std::string_view snowball_licence_js;
extern const std::string_view swedish_stemmer_js;

} // namespace kompass::publish::assets
