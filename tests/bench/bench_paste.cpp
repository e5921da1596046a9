// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench_paste.h"

#include "core/util/platform.h"
#include "gui/setup/setuppanel.h"
#include "gui/setup/urleditor.h"
#include "gui/setup/urltextedit.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMimeData>
#include <QTimer>

#include <algorithm>
#include <functional>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray makeLines(int count)
{
    QByteArray text;
    text.reserve(qsizetype {count} * 48);
    for (int i = 0; i < count; ++i) {
        const int page = i % 100 == 99 ? i - 1 : i; // one line in a hundred is a duplicate
        text += "https://host";
        text += QByteArray::number(page % 5'000);
        text += ".example/section/page-";
        text += QByteArray::number(page);
        text += '\n';
    }
    return text;
}

/// Runs the event loop until `done`; the longest gap between two beats of a 1 ms timer is how long it was blocked.
QJsonObject watch(const std::function<void()> &begin, const std::function<bool()> &done)
{
    double longest = 0;
    QElapsedTimer beat;
    QTimer watchdog;
    watchdog.setTimerType(Qt::PreciseTimer);
    watchdog.setInterval(1);
    QObject::connect(&watchdog, &QTimer::timeout, &watchdog, [&] {
        longest = std::max(longest, static_cast<double>(beat.nsecsElapsed()) / 1e6);
        beat.restart();
    });
    watchdog.start();
    QCoreApplication::processEvents();
    QElapsedTimer whole;
    whole.start();
    beat.start();
    begin();
    while (!done())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    const double complete = static_cast<double>(whole.nsecsElapsed()) / 1e6;
    for (int i = 0; i < 200; ++i) // the repaint, and whatever is let go of afterwards
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return {{u"verdicts_complete_ms"_s, complete}, {u"longest_block_ms"_s, longest}};
}

} // namespace

QJsonObject benchPaste(const QStringList &arguments)
{
    const int count = arguments.isEmpty() ? 1'000'000 : std::max(1, arguments.first().toInt());
    const QByteArray lines = makeLines(count);
    Theme theme;
    theme.setMode(ThemeMode::Light);
    SetupPanel panel(theme, 1024);
    panel.resize(300, 800);
    panel.show();
    UrlEditor &editor = panel.editor();
    auto *text = editor.findChild<UrlTextEdit *>();
    const auto judged = [&] { return !editor.pending(); };
    const auto ctrlV = [&] {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_V, Qt::ControlModifier, u"v"_s);
        QApplication::sendEvent(text, &press);
    };

    QJsonObject result {{u"lines"_s, count}, {u"bytes"_s, lines.size()}};
    auto *bytes = new QMimeData;
    bytes->setData(u"text/plain;charset=utf-8"_s, lines);
    QGuiApplication::clipboard()->setMimeData(bytes);
    result.insert(u"paste_utf8"_s, watch(ctrlV, judged));
    result.insert(u"accepted"_s, static_cast<qint64>(editor.list()->counts().unique));
    result.insert(u"duplicates"_s, static_cast<qint64>(editor.list()->counts().duplicate));
    result.insert(u"rss_bytes"_s, platform::currentRssBytes());
    result.insert(u"clear"_s, watch([&] { editor.clear(); }, judged));
    result.insert(u"undo"_s, watch([&] { editor.undo(); }, judged));
    result.insert(u"clear_again"_s, watch([&] { editor.clear(); }, judged));
    editor.forgetUndo();
    QGuiApplication::clipboard()->setText(QString::fromUtf8(lines)); // as another window of Qt's offers it
    result.insert(u"paste_string"_s, watch(ctrlV, judged));
    return result;
}
