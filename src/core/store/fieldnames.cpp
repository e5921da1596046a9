// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/fieldnames.h"

#include "core/store/resultquery.h"

#include <algorithm>

namespace crawlscope::FieldNames {

QByteArrayList pageColumns()
{
    return QByteArray("url,status,title,description,canonical,robots,h1,h1_count,h2,h2_count,language,words,"
                      "links_internal,links_external,images,images_without_alt,mixed_content,insecure_forms,"
                      "content_hash,simhash,sniffed_type,type_mismatch,sha256")
        .split(',');
}

const QByteArrayList &reserved()
{
    static const QByteArrayList names = [] {
        QByteArrayList all;
        for (int i = 0; i < kResultFieldCount; ++i)
            all += resultFieldName(static_cast<ResultField>(i)).toByteArray();
        for (const QByteArray &name : pageColumns()) {
            if (!all.contains(name))
                all += name;
        }
        return all;
    }();
    return names;
}

bool isColumnName(QByteArrayView name)
{
    constexpr qsizetype longest = 32;
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !name.isEmpty() && name.size() <= longest && isLetter(name.front())
        && std::all_of(name.begin(), name.end(), [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
}

QByteArrayList columns(const QByteArrayList &names)
{
    QByteArrayList taken = reserved();
    bool usable = true;
    for (const QByteArray &name : names.first(std::min(names.size(), kMaxColumns))) {
        const QByteArray lower = name.toLower();
        usable = usable && isColumnName(name) && !taken.contains(lower);
        taken += lower;
    }
    if (usable)
        return names.first(std::min(names.size(), kMaxColumns));
    QByteArrayList numbered;
    for (qsizetype i = 1; i <= std::min(names.size(), kMaxColumns); ++i)
        numbered += "rule_" + QByteArray::number(i);
    return numbered;
}

} // namespace crawlscope::FieldNames
