# crawlscope_add_library(TARGET SOURCE...)
# Some two hundred test programs, each with all of the core and the window in it, take longer to link than to compile
# and 20 GB: where nothing is installed (CRAWLSCOPE_SHARED) they share libraries. Symbols are visible by default.
function(crawlscope_add_library target)
  if(CRAWLSCOPE_SHARED)
    qt_add_library(${target} SHARED ${ARGN})
    # The command lines of static libraries, so that both find the same in the cache; Qt's targets ask for -fPIC.
    set_target_properties(${target} PROPERTIES DEFINE_SYMBOL "" POSITION_INDEPENDENT_CODE OFF)
  else()
    qt_add_library(${target} STATIC ${ARGN})
  endif()
endfunction()
