// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/listloader.h"

#include "core/url/textdecoding.h"
#include "core/util/mailbox.h"
#include "core/util/workerthread.h"

#include <QStringDecoder>

#include <algorithm>
#include <cstring>

namespace crawlscope::gui {

namespace {

    constexpr qsizetype kMaxTextBytes = 1024LL * 1024; // beyond it a text layout costs more than a frame
    constexpr qsizetype kMaxLineBytes = 64LL * 1024; // one longer line makes QTextLayout crawl
    constexpr int kProgressIntervalMs = 100;

    QByteArray bytesOf(TextPart part)
    {
        if (auto *string = std::get_if<QString>(&part))
            return string->toUtf8();
        return std::get<QByteArray>(std::move(part));
    }

    QByteArray joined(std::vector<TextPart> parts)
    {
        if (parts.size() == 1)
            return bytesOf(std::move(parts.front()));
        std::vector<QByteArray> pieces;
        qsizetype bytes = 0;
        for (TextPart &part : parts) {
            pieces.push_back(bytesOf(std::move(part)));
            bytes += pieces.back().size();
        }
        QByteArray text;
        text.reserve(bytes);
        for (const QByteArray &piece : pieces)
            text += piece;
        return text;
    }

    /// Each entry on its line; what was ignored is blank.
    QByteArray textOf(const UrlList &urls)
    {
        QByteArray text;
        quint32 line = 1;
        for (std::size_t entry = 0; entry < urls.size(); ++entry) {
            const quint32 wanted = urls.lineNumber(entry);
            if (wanted > line)
                text.append(static_cast<qsizetype>(wanted - line), '\n');
            line = std::max(line, wanted);
            text.append(urls.url(entry));
        }
        if (!text.isEmpty())
            text += '\n';
        return text;
    }

} // namespace

struct ListLoader::Control
{
    UrlList::ParseControl parse;
    std::atomic<qint64> bytesTotal = 0;
};

struct ListLoader::Job
{
    quint64 generation = 0; // 0: nothing to load, only something to let go of
    std::vector<TextPart> parts;
    QStringList files;
    int column = -1;
    bool previewOnly = false;
    std::shared_ptr<Control> control;
    std::shared_ptr<const UrlList> urls; ///< not to be judged again
    std::shared_ptr<const void> object;
};

/// Lives in the loader's thread; jobs come in and answers go out through mailboxes.
class ListLoader::Worker : public QObject
{
public:
    explicit Worker(ListLoader *owner)
        : in([this] { QMetaObject::invokeMethod(this, &Worker::drain, Qt::QueuedConnection); })
        , out([owner] { QMetaObject::invokeMethod(owner, &ListLoader::deliver, Qt::QueuedConnection); })
        , m_thread(QStringLiteral("lists"))
    {
        moveToThread(m_thread.thread());
    }
    ~Worker() override { m_thread.stop(); }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    Mailbox<Job> in;
    Mailbox<std::shared_ptr<LoadedList>> out;

private:
    void drain()
    {
        for (Job &job : in.takeAll()) {
            job.object.reset();
            if (job.generation != 0 && !job.control->parse.cancelled)
                run(job);
        }
    }
    void run(Job &job);
    static bool readFiles(Job &job, LoadedList *list);

    WorkerThread m_thread;
};

bool ListLoader::Worker::readFiles(Job &job, LoadedList *list)
{
    for (const QString &path : std::as_const(job.files)) {
        InputText input = InputReader::read(path, job.column, &job.control->parse.cancelled);
        list->error = input.error;
        if (input.error != InputError::None) {
            list->systemDetail = input.systemDetail;
            list->fileName = path;
            return false;
        }
        if (!job.parts.empty()) {
            const auto *last = std::get_if<QByteArray>(&job.parts.back());
            if (last != nullptr && !last->isEmpty() && !last->endsWith('\n'))
                job.parts.emplace_back(QByteArray("\n"));
        }
        job.parts.emplace_back(textdecoding::toUtf8(input.text));
    }
    return true;
}

void ListLoader::Worker::run(Job &job)
{
    auto list = std::make_shared<LoadedList>();
    list->generation = job.generation;
    if (job.previewOnly) {
        list->previewOnly = true;
        list->fileName = job.files.value(0);
        list->preview = InputReader::previewCsv(list->fileName);
        list->error = list->preview.error;
        list->systemDetail = list->preview.systemDetail;
    } else if (job.urls || readFiles(job, list.get())) {
        if (job.urls)
            job.parts = {textOf(*job.urls)};
        list->text = joined(std::move(job.parts));
        list->text = textdecoding::toUtf8(list->text); // so that texts of any origin can be joined
        job.control->bytesTotal = list->text.size();
        list->urls = job.urls ? job.urls : UrlList::parse(list->text, &job.control->parse);
        if (!list->urls)
            return; // cancelled
        list->problems.reserve(list->urls->counts().duplicate + list->urls->counts().invalid);
        for (std::size_t entry = 0; entry < list->urls->inputSize(); ++entry) {
            if (!list->urls->isUnique(entry))
                list->problems.push_back(static_cast<quint32>(entry));
        }
        list->autoText = fitsText(QByteArrayView(list->text));
        list->editable = list->autoText || fitsText(QByteArrayView(list->text), kEditableLines);
    }
    job.parts.clear();
    if (!job.control->parse.cancelled)
        out.push(std::move(list));
}

ListLoader::ListLoader(QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(this))
{
    m_progressTimer.setInterval(kProgressIntervalMs);
    connect(&m_progressTimer, &QTimer::timeout, this, &ListLoader::reportProgress);
}

ListLoader::~ListLoader()
{
    cancel();
}

quint64 ListLoader::loadText(std::vector<TextPart> parts)
{
    Job job;
    job.parts = std::move(parts);
    return post(std::move(job));
}

quint64 ListLoader::loadFiles(const QStringList &paths, int column, QByteArray before)
{
    Job job;
    job.files = paths;
    job.column = column;
    if (!before.isEmpty())
        job.parts.emplace_back(std::move(before));
    return post(std::move(job));
}

quint64 ListLoader::showList(std::shared_ptr<const UrlList> urls)
{
    Job job;
    job.urls = std::move(urls);
    return post(std::move(job));
}

quint64 ListLoader::previewCsv(const QString &path)
{
    Job job;
    job.files = QStringList {path};
    job.previewOnly = true;
    return post(std::move(job));
}

quint64 ListLoader::post(Job job)
{
    cancel();
    job.generation = ++m_generation;
    job.control = std::make_shared<Control>();
    m_control = job.control;
    m_pending = job.generation;
    m_progressTimer.start();
    m_worker->in.push(std::move(job));
    return m_generation;
}

void ListLoader::cancel()
{
    if (m_control)
        m_control->parse.cancelled = true;
    m_control.reset();
    m_pending = 0;
    m_progressTimer.stop();
}

void ListLoader::dispose(std::shared_ptr<const void> object)
{
    if (!object)
        return;
    Job job;
    job.object = std::move(object);
    m_worker->in.push(std::move(job));
}

void ListLoader::deliver()
{
    for (std::shared_ptr<LoadedList> &list : m_worker->out.takeAll()) {
        if (list->generation != m_pending) {
            dispose(std::move(list)); // overtaken by a newer request
            continue;
        }
        cancel();
        Q_EMIT loaded(list);
        dispose(std::move(list)); // whatever the receiver left in it may be big
    }
}

void ListLoader::reportProgress()
{
    if (m_control)
        Q_EMIT progress(m_control->parse.bytesDone, m_control->bytesTotal);
}

bool ListLoader::fitsText(const TextPart &text)
{
    if (const auto *string = std::get_if<QString>(&text))
        return string->size() <= kMaxTextBytes && fitsText(QByteArrayView(string->toUtf8()));
    return fitsText(QByteArrayView(std::get<QByteArray>(text)));
}

bool ListLoader::fitsText(QByteArrayView text, qsizetype maxLines)
{
    if (text.isEmpty())
        return true;
    if (text.size() > kMaxTextBytes * (maxLines > kAutoTextLines ? 2 : 1) || text.contains('\0'))
        return false;
    qsizetype lines = 1;
    const char *position = text.data();
    const char *const end = position + text.size();
    while (position < end) {
        const void *found = std::memchr(position, '\n', static_cast<std::size_t>(end - position));
        const char *const lineEnd = found == nullptr ? end : static_cast<const char *>(found);
        if (lineEnd - position > kMaxLineBytes || lines > maxLines)
            return false;
        lines += found == nullptr ? 0 : 1;
        position = lineEnd + 1;
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder.decode(text);
    return !decoded.isNull() && !decoder.hasError(); // what cannot be shown as it is would be changed by editing
}

} // namespace crawlscope::gui
