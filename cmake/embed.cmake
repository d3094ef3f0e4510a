# Writes a C++ source that holds files: a file review.css becomes a std::string_view review_css. A catalogue (.mo) is bytes, the others
# are text.
#
# usage: cmake -D OUTPUT=SOURCE.cpp -D HEADER=publish/assets.h -D NAMESPACE=kompass::publish::assets
#              -P embed.cmake FILE...
cmake_minimum_required(VERSION 3.25)

set(source "// Written by cmake/embed.cmake.\n#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n")
set(is_file FALSE)
foreach(at RANGE ${CMAKE_ARGC})
  if(is_file AND DEFINED CMAKE_ARGV${at})
    set(file "${CMAKE_ARGV${at}}")
    cmake_path(GET file FILENAME name)
    string(MAKE_C_IDENTIFIER "${name}" name)
    if("${file}" MATCHES "\\.mo$")
      file(READ "${file}" content HEX)
      file(SIZE "${file}" size)
      string(REGEX REPLACE "(..)" "\\\\x\\1" content "${content}")
      string(APPEND source "\nconst std::string_view ${name}{\"${content}\", ${size}};\n")
      continue()
    endif()
    file(READ "${file}" content)
    string(FIND "${content}" ")embedded\"" end)
    if(NOT end EQUAL -1)
      message(FATAL_ERROR "${file}: holds what ends a C++ raw string; choose another delimiter in cmake/embed.cmake")
    endif()
    string(APPEND source "\nconst std::string_view ${name} = R\"embedded(${content})embedded\";\n")
  elseif("${CMAKE_ARGV${at}}" MATCHES "embed\\.cmake$")
    set(is_file TRUE)
  endif()
endforeach()
file(WRITE "${OUTPUT}" "${source}\n} // namespace ${NAMESPACE}\n")
