// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/inputreader.h"
#include "core/url/urllist.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <variant>
#include <vector>

namespace crawlscope::gui {

/// A text that was read and judged. A value made in the loader's thread.
struct LoadedList
{
    quint64 generation = 0;
    QByteArray text; ///< the whole input, UTF-8 where it could be read as such
    std::shared_ptr<const UrlList> urls; ///< null on error
    std::vector<quint32> problems; ///< entries that are duplicate or invalid, ascending
    bool autoText = false; ///< small enough to go straight into the text editor
    bool editable = false; ///< may be shown in the text editor when asked for
    bool previewOnly = false; ///< `preview` is the answer, nothing was read
    CsvPreview preview;
    InputError error = InputError::None;
    QString systemDetail;
    QString fileName; ///< the file `error` is about
};

/// A piece of input as it came; a QString becomes UTF-8 in the loader's thread.
using TextPart = std::variant<QByteArray, QString>;

/// Reads and judges lists in a thread of its own, newest request first: a new request cancels the one before.
/// Also drops big objects there, since freeing a million URLs takes longer than a frame.
/// Thread: GUI; the destructor cancels and joins.
class ListLoader : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype kAutoTextLines = 5'000;
    static constexpr qsizetype kEditableLines = 20'000;

    explicit ListLoader(QObject *parent = nullptr);
    ~ListLoader() override;

    /// Joins the parts as they are and judges the whole. Returns the generation of the answer.
    quint64 loadText(std::vector<TextPart> parts);
    /// Appends the files to `before`. `column` < 0: the guessed one where a file is CSV.
    quint64 loadFiles(const QStringList &paths, int column, QByteArray before);
    /// Takes a list that is judged already, e.g. of a session: makes the text it may have been read from.
    quint64 showList(std::shared_ptr<const UrlList> urls);
    /// First look at a CSV file; answered with LoadedList::previewOnly.
    quint64 previewCsv(const QString &path);
    void cancel(); ///< no answer will come for what is under way
    [[nodiscard]] bool busy() const { return m_pending != 0; }
    [[nodiscard]] quint64 generation() const { return m_generation; }

    /// Lets go of `object` in the loader's thread.
    void dispose(std::shared_ptr<const void> object);

    /// True when `text` may go straight into the text editor. Looks at 1 MiB at most.
    [[nodiscard]] static bool fitsText(QByteArrayView text, qsizetype maxLines = kAutoTextLines);
    [[nodiscard]] static bool fitsText(const TextPart &text);

Q_SIGNALS:
    void loaded(const std::shared_ptr<crawlscope::gui::LoadedList> &list);
    void progress(qint64 bytesDone, qint64 bytesTotal); ///< at most ten times a second; total 0: not known yet

private:
    class Worker;
    struct Job;
    struct Control;
    quint64 post(Job job);
    void deliver();
    void reportProgress();

    quint64 m_generation = 0;
    quint64 m_pending = 0; ///< generation waited for; 0: none
    std::shared_ptr<Control> m_control; ///< of m_pending
    QTimer m_progressTimer;
    std::unique_ptr<Worker> m_worker;
};

} // namespace crawlscope::gui
