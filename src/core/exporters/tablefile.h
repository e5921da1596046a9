// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exporters/exportformat.h"
#include "core/exporters/exportinput.h"

#include <atomic>
#include <memory>

namespace crawlscope {

/// An export format whose library writes a file of its own by path. Not thread-safe; one per export.
/// After a function has returned false, errorString() says why and nothing else may be called.
class TableFile
{
public:
    TableFile() = default;
    virtual ~TableFile() = default;
    TableFile(const TableFile &) = delete;
    TableFile &operator=(const TableFile &) = delete;

    /// `path` does not exist yet; temporary files go into the same folder.
    [[nodiscard]] virtual bool open(const QString &path) = 0;
    [[nodiscard]] virtual bool addRow(const ResultSource &source, std::size_t index) = 0;
    /// Completes and closes the file. Destroying the object without it closes what is open.
    /// Where `cancelled` becomes true it may leave out what only makes sure.
    [[nodiscard]] virtual bool finish(const std::atomic<bool> *cancelled) = 0;
    [[nodiscard]] QString errorString() const { return m_error; } ///< the system's or the library's own words

protected:
    bool fail(const QString &error)
    {
        m_error = error;
        return false;
    }

private:
    QString m_error;
};

/// For Sqlite and Xlsx; null for others.
/// `columns`: as ResultSource::columns() of what is to be written.
[[nodiscard]] std::unique_ptr<TableFile> makeTableFile(const ExportOptions &options, const QByteArrayList &columns);

} // namespace crawlscope
