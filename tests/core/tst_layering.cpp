// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMaxLines = 500;

/// The layer of a path below src: "core/net" for core/net/fetcher.h, "gui" for gui/charts/chart.h.
QString layerOf(const QString &path)
{
    return path.section(u'/', 0, path.startsWith("core/"_L1) ? 1 : 0);
}

/// What each layer may include besides itself: layers, or headers; "core" stands for all of core.
const QHash<QString, QStringList> &allowedLayers()
{
    static const QHash<QString, QStringList> table {
        {u"core/util"_s, {}},
        {u"core/url"_s, {u"core/util"_s}},
        {u"core/frontier"_s, {u"core/util"_s, u"core/url"_s}},
        {u"core/net"_s, {u"core/util"_s, u"core/url"_s}},
        {u"core/analysis"_s, {u"core/util"_s, u"core/url"_s}},
        {u"core/stats"_s, {u"core/util"_s, u"core/url"_s}},
        {u"core/store"_s, {u"core/util"_s, u"core/url"_s}},
        {u"core/problems"_s, {u"core/util"_s, u"core/url"_s, u"core/store"_s, u"core/analysis/nearduplicates.h"_s}},
        {u"core/exporters"_s, {u"core/util"_s, u"core/url"_s, u"core/store"_s, u"core/problems"_s}},
        {u"core/crawl"_s,
         {u"core/util"_s, u"core/url"_s, u"core/frontier"_s, u"core/net"_s, u"core/analysis"_s, u"core/stats"_s,
          u"core/store"_s}},
        {u"core/lab"_s,
         {u"core/util"_s, u"core/url"_s, u"core/frontier"_s, u"core/stats"_s, u"core/store"_s, u"core/exporters"_s,
          u"core/crawl"_s}},
        {u"demosite"_s, {u"core/util"_s}},
        {u"gui"_s, {u"core"_s, u"demosite"_s}},
        {u"cli"_s, {u"core"_s, u"demosite"_s}},
        {u"app"_s, {u"core"_s, u"demosite"_s, u"gui"_s}},
    };
    return table;
}

/// Plain values that the layers of core hand to each other.
const QStringList &valueHeaders()
{
    static const QStringList list {u"core/net/errorid.h"_s,         u"core/net/fetchtypes.h"_s,
                                   u"core/analysis/pagereport.h"_s, u"core/analysis/pagefacts.h"_s,
                                   u"core/store/resultrow.h"_s,     u"core/store/rowdetails.h"_s,
                                   u"core/stats/statssnapshot.h"_s};
    return list;
}

bool mayInclude(const QString &path, const QString &included)
{
    const QString from = layerOf(path);
    const QString to = layerOf(included);
    if (from == to)
        return true;
    const QStringList allowed = allowedLayers().value(from);
    if (allowed.contains(to) || allowed.contains(included)
        || (to.startsWith("core/"_L1) && allowed.contains("core"_L1)))
        return true;
    return from.startsWith("core/"_L1) && valueHeaders().contains(included);
}

/// Headers of Qt Gui, Widgets and their kin, by module or by class.
bool isWindowHeader(const QString &header)
{
    static const QRegularExpression pattern(
        u"^(Qt(Gui|Widgets|Svg|SvgWidgets|PrintSupport|OpenGL|Charts|Quick|Qml)(/|$)"
        u"|Q(Widget|.*Application|Main(Window)?|Paint|Color|Image|Pixmap|Icon|Font|Pen|Brush|Palette|Style|Action"
        u"|Dialog|.*View$|StandardItem|Clipboard|Screen|Window|CustomPlot|CP))"_s);
    static const QStringList core {u"QCoreApplication"_s, u"QStringView"_s,    u"QByteArrayView"_s,
                                   u"QUtf8StringView"_s,  u"QAnyStringView"_s, u"QLatin1StringView"_s};
    return pattern.match(header).hasMatch() && !core.contains(header);
}

/// Everything in the tree below `root` that breaks a rule, one line each.
QStringList violations(const QString &root)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)"_s);
    QStringList found;
    QDirIterator files(root, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const QString path = QDir(root).relativeFilePath(file.fileName());
        if (!file.open(QIODevice::ReadOnly)) {
            found.append(path + u": cannot be read");
            continue;
        }
        if (!allowedLayers().contains(layerOf(path)))
            found.append(path + u": is in no known layer");
        int number = 0;
        while (!file.atEnd()) {
            ++number;
            const auto match = include.match(QString::fromUtf8(file.readLine()));
            if (!match.hasMatch())
                continue;
            const QString header = match.captured(2);
            const QString where = path + u':' + QString::number(number) + u": ";
            if (match.captured(1) == u'<') {
                if ((path.startsWith("core/"_L1) || path.startsWith("demosite/"_L1) || path.startsWith("cli/"_L1))
                    && isWindowHeader(header))
                    found.append(where + u"needs a window: " + header);
            } else if (header.contains(u'/') && !mayInclude(path, header)) {
                found.append(where + u"may not include " + header);
            }
        }
        if (number > kMaxLines)
            found.append(path + u": has " + QString::number(number) + u" lines");
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

class TestLayering : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ownTree();
    void testsAreShort();
    void planted_data();
    void planted();
};

void TestLayering::ownTree()
{
    const QString root = QStringLiteral(CRAWLSCOPE_SOURCE_DIR "/src");
    QVERIFY(QFile::exists(root + u"/core/url/urllist.h"));
    const QStringList found = violations(root);
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

void TestLayering::testsAreShort()
{
    QStringList found = violations(QStringLiteral(CRAWLSCOPE_SOURCE_DIR "/tests"));
    found.removeIf([](const QString &line) { return !line.endsWith(" lines"_L1); });
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
}

void TestLayering::planted_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("complaint"); // empty: allowed
    const auto row = [](const char *name, const QString &path, const QByteArray &text, const QString &complaint) {
        QTest::newRow(name) << path << text << complaint;
    };
    row("widget in core", u"core/net/a.cpp"_s, "#include <QWidget>\n", u"core/net/a.cpp:1: needs a window: QWidget"_s);
    row("gui module in core", u"core/url/a.h"_s, "\n#  include <QtGui/QColor>\n",
        u"core/url/a.h:2: needs a window: QtGui/QColor"_s);
    row("application in cli", u"cli/a.cpp"_s, "#include <QGuiApplication>\n",
        u"cli/a.cpp:1: needs a window: QGuiApplication"_s);
    row("core application in cli", u"cli/a.cpp"_s, "#include <QCoreApplication>\n", {});
    row("views of strings in core", u"core/url/a.cpp"_s, "#include <QByteArrayView>\n#include <QStringView>\n", {});
    row("widget in gui", u"gui/a.cpp"_s, "#include <QWidget>\n", {});
    row("gui in core", u"core/crawl/a.cpp"_s, "#include \"gui/format.h\"\n",
        u"core/crawl/a.cpp:1: may not include gui/format.h"_s);
    row("app in gui", u"gui/a.cpp"_s, "#include \"app/main.h\"\n", u"gui/a.cpp:1: may not include app/main.h"_s);
    row("cli in app", u"app/a.cpp"_s, "#include \"cli/options.h\"\n", u"app/a.cpp:1: may not include cli/options.h"_s);
    row("demo site in core", u"core/crawl/a.cpp"_s, "#include \"demosite/demoserver.h\"\n",
        u"core/crawl/a.cpp:1: may not include demosite/demoserver.h"_s);
    row("sibling", u"core/net/a.h"_s, "#include \"core/frontier/frontier.h\"\n",
        u"core/net/a.h:1: may not include core/frontier/frontier.h"_s);
    row("upwards", u"core/store/a.h"_s, "#include \"core/crawl/crawlconfig.h\"\n",
        u"core/store/a.h:1: may not include core/crawl/crawlconfig.h"_s);
    row("url in util", u"core/util/a.h"_s, "#include \"core/url/urllist.h\"\n",
        u"core/util/a.h:1: may not include core/url/urllist.h"_s);
    row("value header of a sibling", u"core/store/a.h"_s, "#include \"core/net/errorid.h\"\n", {});
    row("store in exporters", u"core/exporters/a.h"_s, "#include \"core/store/resulttable.h\"\n", {});
    row("net in exporters", u"core/exporters/a.h"_s, "#include \"core/net/fetcher.h\"\n",
        u"core/exporters/a.h:1: may not include core/net/fetcher.h"_s);
    row("crawl in lab", u"core/lab/a.h"_s, "#include \"core/crawl/crawlcontroller.h\"\n", {});
    row("net in lab", u"core/lab/a.h"_s, "#include \"core/net/fetcher.h\"\n",
        u"core/lab/a.h:1: may not include core/net/fetcher.h"_s);
    row("lab in crawl", u"core/crawl/a.h"_s, "#include \"core/lab/gate.h\"\n",
        u"core/crawl/a.h:1: may not include core/lab/gate.h"_s);
    row("problems in exporters", u"core/exporters/a.h"_s, "#include \"core/problems/problemid.h\"\n", {});
    row("duplicates in problems", u"core/problems/a.h"_s, "#include \"core/analysis/nearduplicates.h\"\n", {});
    row("analysis in problems", u"core/problems/a.h"_s, "#include \"core/analysis/pageanalyzer.h\"\n",
        u"core/problems/a.h:1: may not include core/analysis/pageanalyzer.h"_s);
    row("problems in store", u"core/store/a.h"_s, "#include \"core/problems/problemid.h\"\n",
        u"core/store/a.h:1: may not include core/problems/problemid.h"_s);
    row("crawl in gui", u"gui/pages/a.h"_s, "#include \"core/crawl/crawlcontroller.h\"\n", {});
    row("file of the same folder", u"core/net/a.cpp"_s, "#include \"a.moc\"\n", {});
    row("unknown layer", u"core/misc/a.h"_s, "\n", u"core/misc/a.h: is in no known layer"_s);
    row("500 lines", u"gui/a.cpp"_s, QByteArray(500, '\n'), {});
    row("501 lines", u"gui/a.cpp"_s, QByteArray(501, '\n'), u"gui/a.cpp: has 501 lines"_s);
}

void TestLayering::planted()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    QFETCH(QString, complaint);
    const QTemporaryDir folder;
    QVERIFY(folder.isValid());
    QVERIFY(QDir(folder.path()).mkpath(path.section(u'/', 0, -2)));
    QFile file(folder.filePath(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();
    QCOMPARE(violations(folder.path()).join(u'\n'), complaint);
}

QTEST_GUILESS_MAIN(TestLayering)
#include "tst_layering.moc"
