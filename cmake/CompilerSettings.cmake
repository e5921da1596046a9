# One INTERFACE target that every target of ours links PRIVATE: warnings, Qt strictness, sanitizers, hardening.
add_library(crawlscope_settings INTERFACE)
target_compile_definitions(crawlscope_settings INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS
  QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400
  CRAWLSCOPE_VERSION="${PROJECT_VERSION}")
target_compile_options(crawlscope_settings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wcast-align -Wcast-qual -Wdouble-promotion -Wformat=2 -Wextra-semi
  -Wimplicit-fallthrough -Wundef
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond> $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-branches>
  $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op> $<$<CXX_COMPILER_ID:GNU>:-Wsuggest-override>
  $<$<CXX_COMPILER_ID:Clang>:-Wthread-safety>
  $<$<BOOL:${CRAWLSCOPE_WERROR}>:-Werror>)
# Includes read "core/url/urllist.h": the source root is the only include path of ours.
target_include_directories(crawlscope_settings INTERFACE ${PROJECT_SOURCE_DIR}/src)

# Fuzz targets need the core to count its branches; their own main() comes with -fsanitize=fuzzer (tests/fuzz).
if(CRAWLSCOPE_BUILD_FUZZERS)
  target_compile_options(crawlscope_settings INTERFACE -fsanitize=fuzzer-no-link)
endif()

if(CRAWLSCOPE_SANITIZE)
  string(REPLACE ";" "," sanitizers "${CRAWLSCOPE_SANITIZE}")
  target_compile_options(crawlscope_settings INTERFACE
    -fsanitize=${sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(crawlscope_settings INTERFACE -fsanitize=${sanitizers})
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_options(crawlscope_settings INTERFACE
    -fstack-protector-strong -fstack-clash-protection -fcf-protection -D_FORTIFY_SOURCE=2)
  target_link_options(crawlscope_settings INTERFACE -Wl,-z,relro,-z,now)
endif()
