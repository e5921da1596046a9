// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportjob.h"
#include "core/store/detailsource.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <csignal>
#include <map>
#include <sys/resource.h>
#include <utility>

/// Rows and files that the tests of the exports share.
namespace crawlscope::test {

inline ResultRow hostileRow(quint32 entry)
{
    ResultRow row;
    row.entry = entry;
    row.state = RowState::Done;
    row.status = 200;
    row.attempts = 1;
    row.method = "GET";
    row.reason = "O,K";
    row.contentType = "text/html; charset=\"x\"";
    row.wireBytes = 12;
    row.bodyBytes = 34;
    row.times.total = 1'500;
    row.startedAtMs = 1'790'000'000'123;
    row.title = "=1+\"a\",\n\xe2\x80\xae\xff Z\xc3\xbcrich";
    row.errorDetail = "-";
    return row;
}

inline ResultSource hostileSource()
{
    const auto table = std::make_shared<ResultTable>();
    table->append({hostileRow(0)});
    return ResultSource::allLines(UrlList::parse("http://a.example/?a,b\nhttp://a.example/?a,b\n=cmd|' /C'!A0\n"),
                                  table);
}

inline ResultSource largeSource(quint32 count)
{
    QByteArray input;
    std::vector<ResultRow> rows;
    for (quint32 i = 0; i < count; ++i) {
        input += "http://example.org/" + QByteArray::number(i) + '\n';
        rows.push_back(hostileRow(i));
    }
    const auto table = std::make_shared<ResultTable>();
    table->append(rows);
    return ResultSource::allLines(UrlList::parse(input), table);
}

inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

inline void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline QStringList entriesOf(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

/// Lets files grow to `bytes` only while it lives, as a full disk would (EFBIG in place of ENOSPC).
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, SIG_DFL);
    }
    FileSizeLimit(const FileSizeLimit &) = delete;
    FileSizeLimit &operator=(const FileSizeLimit &) = delete;

private:
    rlimit m_before {};
};

/// Details by entry and attempt.
class FakeDetails : public DetailSource
{
public:
    void add(quint32 entry, int attempt, RowDetails details)
    {
        m_details[{entry, attempt}] = std::move(details);
        m_newest[entry] = std::max(m_newest[entry], attempt);
    }
    [[nodiscard]] std::optional<RowDetails> details(quint32 entry, int attempt) const override
    {
        const auto newest = m_newest.find(entry);
        if (newest == m_newest.end())
            return std::nullopt;
        const auto found = m_details.find({entry, attempt == 0 ? newest->second : attempt});
        return found == m_details.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] std::vector<AttemptSummary> attempts(quint32 entry) const override
    {
        std::vector<AttemptSummary> all;
        for (const auto &[key, details] : m_details) {
            if (key.first == entry)
                all.push_back({.number = static_cast<quint8>(key.second)});
        }
        return all;
    }

private:
    std::map<std::pair<quint32, int>, RowDetails> m_details;
    std::map<quint32, int> m_newest;
};

} // namespace crawlscope::test
