// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/xmllibrary.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <mutex>

namespace crawlscope {
namespace {

    void silent(void * /*where*/, const char * /*format*/, ...) // NOLINT: the library's type
    {
    }

} // namespace

void prepareXmlLibrary()
{
    static std::once_flag once;
    std::call_once(once, [] { xmlInitParser(); });
    xmlSetGenericErrorFunc(nullptr, silent);
}

} // namespace crawlscope
