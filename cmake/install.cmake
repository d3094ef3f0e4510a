# What `cmake --install` puts where (GNUInstallDirs), and the .deb that CPack makes of it; see tools/package.
#
# An installed program knows no path of the machine it was built on: rules are found from its own place.

set(KOMPASS_MAINTAINER "kompass maintainers <root@localhost>" CACHE STRING "Who answers for the package: NAME <MAIL>")

# ---- Manual pages, written by the program itself from the declarations that --help is made from
set(manual ${CMAKE_BINARY_DIR}/man1)
set(swedish_manual ${CMAKE_BINARY_DIR}/sv/man1)
add_custom_command(OUTPUT ${manual}.stamp
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${manual} ${swedish_manual}
  COMMAND kompass manual ${manual}
  COMMAND kompass manual --lang sv ${swedish_manual}
  COMMAND sh -c "gzip -9n '${manual}'/*.1 '${swedish_manual}'/*.1"
  COMMAND ${CMAKE_COMMAND} -E touch ${manual}.stamp
  DEPENDS kompass VERBATIM)
add_custom_target(manual ALL DEPENDS ${manual}.stamp)

# ---- Changelogs, packed as Debian wants them
file(STRINGS ${CMAKE_SOURCE_DIR}/CHANGELOG.md released REGEX "^## \\[${PROJECT_VERSION}\\] - [0-9-]+$")
if(NOT released)
  message(FATAL_ERROR "CHANGELOG.md has no head line '## [${PROJECT_VERSION}] - DATE'")
endif()
string(REGEX REPLACE ".* - " "" released "${released}")
execute_process(COMMAND date -R -u -d ${released} OUTPUT_VARIABLE released OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
set(changelogs ${CMAKE_BINARY_DIR}/changelogs)
file(CONFIGURE OUTPUT ${changelogs}/changelog.Debian @ONLY CONTENT
  "kompass (${PROJECT_VERSION}-1) unstable; urgency=medium\n\n  * Release ${PROJECT_VERSION}; see changelog.gz.\n\n -- ${KOMPASS_MAINTAINER}  ${released}\n")
add_custom_command(OUTPUT ${changelogs}/changelog.gz ${changelogs}/changelog.Debian.gz
  COMMAND sh -c "gzip -9nc '${CMAKE_SOURCE_DIR}/CHANGELOG.md' >changelog.gz"
  COMMAND gzip -9nkf changelog.Debian
  WORKING_DIRECTORY ${changelogs}
  DEPENDS ${CMAKE_SOURCE_DIR}/CHANGELOG.md ${changelogs}/changelog.Debian VERBATIM)
add_custom_target(changelogs ALL DEPENDS ${changelogs}/changelog.gz)

# ---- Where things go
install(TARGETS kompass RUNTIME)
install(DIRECTORY rules/ DESTINATION ${CMAKE_INSTALL_DATADIR}/kompass/rules PATTERN README.md EXCLUDE)
install(DIRECTORY ${manual}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(DIRECTORY ${swedish_manual}/ DESTINATION ${CMAKE_INSTALL_MANDIR}/sv/man1)
install(FILES cmake/shells/kompass.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME kompass)
install(FILES cmake/shells/_kompass DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES cmake/shells/kompass.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES README.md cmake/copyright ${changelogs}/changelog.gz ${changelogs}/changelog.Debian.gz
  DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})

# ---- The package
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME kompass)
set(CPACK_PACKAGE_CONTACT "${KOMPASS_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "archive of published Kommunkompassen reports")
set(CPACK_PACKAGE_DESCRIPTION
  "Reads evaluations of Swedish municipalities (PDF, scans, transcripts) into one\n\
SQLite archive of scores, findings and history. The arithmetic of each report\n\
is checked; a figure that cannot be read for sure is marked, never guessed.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is looked for when the program runs: OCR's models, and the dictionary of the repair.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "tesseract-ocr-swe, tesseract-ocr-eng, tesseract-ocr-osd, hunspell-sv")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "sqlite3")
include(CPack)
