// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lab/gatechecksmodel.h"
#include "gui/lab/gaterulesmodel.h"
#include "gui/lab/gateview.h"
#include "gui/setup/fieldmessage.h"
#include "gui/translations.h"

#include <QAccessible>
#include <QFileDialog>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

/// A run of ten URLs in 2 s: two failed, times 100 to 1,000 ms; a.example has the even ones.
struct Run
{
    std::shared_ptr<const UrlList> urls;
    std::shared_ptr<ResultTable> table = std::make_shared<ResultTable>();

    Run()
    {
        QByteArray text;
        std::vector<ResultRow> rows;
        for (quint32 i = 0; i < 10; ++i) {
            text += (i % 2 == 0 ? "http://a.example/" : "http://b.example/") + QByteArray::number(i) + '\n';
            ResultRow row;
            row.entry = i;
            row.state = i < 2 ? RowState::Failed : RowState::Done;
            row.status = i < 2 ? quint16 {500} : quint16 {200};
            row.times.total = (i + 1) * 100'000;
            rows.push_back(row);
        }
        urls = UrlList::parse(text);
        table->append(rows);
    }
};

struct Shown
{
    Shown()
    {
        translations.setLanguage(u"en"_s);
        theme.setMode(ThemeMode::Light);
        view.resize(940, 600);
        view.show();
        QCoreApplication::processEvents(); // a change of language makes editors begin anew
    }
    template<typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return view.findChild<Widget *>(QString::fromLatin1(name));
    }
    void showRun() { view.setRun(run.urls, run.table, 2'000, false); }
    [[nodiscard]] bool judged() const
    {
        return QTest::qWaitFor([this] { return view.report() && !view.judging(); });
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return view.checksModel()->index(row, column).data().toString();
    }
    /// The texts of what is wrong, in the order of the fields.
    [[nodiscard]] QStringList problems() const
    {
        QStringList out;
        for (const FieldMessage *message : view.findChildren<FieldMessage *>()) {
            if (!message->text().isEmpty() && message->kind() == FieldMessage::Kind::Error)
                out << message->text();
        }
        return out;
    }

    Translations translations;
    Theme theme;
    Run run;
    GateView view {theme};
};

} // namespace

class TestGateView : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptySaysWhatToDo();
    void judges();
    void judgesAgainWhenEdited();
    void hosts();
    void badInput_data();
    void badInput();
    void badHosts();
    void roundTrip();
    void waitsForTheEndOfARun();
    void nothingToMeasure();
    void anotherRunWhileJudging();
    void exports();
    void profiles();
    void profileFaults();
    void everyControlHasAName();
    void languageSwitches();
};

void TestGateView::emptySaysWhatToDo()
{
    Shown s;
    s.showRun();
    QVERIFY(!s.view.report());
    auto *button = s.find<QPushButton>("gateEmptyButton");
    QVERIFY(button->isVisible());
    QVERIFY(!s.find<QPushButton>("junitButton")->isVisible());
    button->click();
    QTRY_VERIFY(s.find<QLineEdit>("p95Edit")->hasFocus());
    QCOMPARE(s.view.gate(), QJsonObject());
}

void TestGateView::judges()
{
    Shown s;
    s.view.setGate(json(R"({"p95_ms": 800, "failure_share": 0.2, "rate_per_s": 5.5})"));
    QCOMPARE(s.find<QLineEdit>("p95Edit")->text(), u"800"_s);
    QCOMPARE(s.find<QLineEdit>("failuresEdit")->text(), u"20"_s);
    QCOMPARE(s.find<QLineEdit>("rateEdit")->text(), u"5.5"_s);
    QVERIFY(!s.view.report());
    s.showRun();
    QVERIFY(s.judged());
    QCOMPARE(s.find<QLabel>("outcomeLabel")->text(), u"2 of 3 thresholds missed"_s);
    QCOMPARE(s.cell(0, GateChecksModel::Result), u"Missed"_s);
    QCOMPARE(s.cell(0, GateChecksModel::For), u"The run"_s);
    QCOMPARE(s.cell(0, GateChecksModel::Threshold), u"at most 800 ms"_s);
    QCOMPARE(s.cell(0, GateChecksModel::Measured), u"1000 ms"_s);
    QCOMPARE(s.cell(1, GateChecksModel::Result), u"Kept"_s);
    QCOMPARE(s.cell(1, GateChecksModel::Measured), u"20%"_s);
    QCOMPARE(s.cell(2, GateChecksModel::Threshold), u"at least 5.5/s"_s);
    QCOMPARE(s.cell(2, GateChecksModel::Measured), u"5/s"_s);
    QCOMPARE(gatetexts::figure(GateMetric::P95Ms, 192.5114, 1), u"192.5 ms"_s);
    for (int row = 0; row < 3; ++row)
        QVERIFY(!s.view.checksModel()->index(row, GateChecksModel::Result).data(Qt::DecorationRole).isNull());
}

void TestGateView::judgesAgainWhenEdited()
{
    Shown s;
    s.showRun();
    const QSignalSpy changed(&s.view, &GateView::gateChanged);
    const QSignalSpy news(&s.view, &LabView::message);
    QTest::keyClicks(s.find<QLineEdit>("failuresEdit"), u"0.3"_s);
    QVERIFY(s.judged());
    QCOMPARE(changed.last().first().toJsonObject(), json(R"({"failure_share": 0.003})"));
    QCOMPARE(s.find<QLabel>("outcomeLabel")->text(), u"1 of 1 threshold missed"_s);
    QCOMPARE(s.cell(0, GateChecksModel::Threshold), u"at most 0.3%"_s);
    s.find<QLineEdit>("failuresEdit")->setText(u"20"_s);
    QTRY_COMPARE(s.find<QLabel>("outcomeLabel")->text(), u"The threshold is kept"_s);
    s.find<QLineEdit>("failuresEdit")->clear();
    QTRY_VERIFY(!s.view.report());
    QCOMPARE(news.count(), 0); // no run has ended
}

void TestGateView::hosts()
{
    Shown s;
    s.showRun();
    s.find<QPushButton>("addHostButton")->click();
    auto *table = s.find<QTableView>("gateHostsTable");
    QCOMPARE(s.view.rulesModel()->rowCount(), 1);
    auto *editor = qobject_cast<QLineEdit *>(table->indexWidget(table->currentIndex()));
    if (editor == nullptr)
        editor = table->viewport()->findChild<QLineEdit *>();
    QVERIFY(editor != nullptr); // to type at once
    QTest::keyClicks(editor, u"A.example"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    GateRulesModel *model = s.view.rulesModel();
    QTRY_COMPARE(model->index(0, GateRulesModel::Host).data().toString(), u"A.example"_s);
    QVERIFY(s.view.gate().isEmpty()); // no threshold yet
    QVERIFY(model->setData(model->index(0, GateRulesModel::Failures), u"50"_s));
    QVERIFY(model->setData(model->index(0, GateRulesModel::P95), u"500"_s));
    QVERIFY(s.judged());
    QCOMPARE(s.view.gate(), json(R"({"hosts": {"a.example": {"p95_ms": 500, "failure_share": 0.5}}})"));
    QCOMPARE(s.cell(0, GateChecksModel::For), u"a.example"_s);
    QCOMPARE(s.cell(1, GateChecksModel::Result), u"Kept"_s);
    table->setCurrentIndex(model->index(0, 0));
    s.find<QPushButton>("removeHostButton")->click();
    QCOMPARE(model->rowCount(), 0);
    QTRY_VERIFY(!s.view.report());
}

void TestGateView::badInput_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("wrong");
    QTest::newRow("letters") << u"p95Edit"_s << u"fast"_s << true;
    QTest::newRow("negative") << u"p95Edit"_s << u"-1"_s << true;
    QTest::newRow("infinite") << u"rateEdit"_s << u"inf"_s << true;
    QTest::newRow("no number") << u"rateEdit"_s << u"nan"_s << true;
    QTest::newRow("too large") << u"p95Edit"_s << u"1e300"_s << true;
    QTest::newRow("more than all") << u"failuresEdit"_s << u"100.1"_s << true;
    QTest::newRow("all") << u"failuresEdit"_s << u"100"_s << false;
    QTest::newRow("none") << u"failuresEdit"_s << u"0"_s << false;
    QTest::newRow("thousands") << u"p95Edit"_s << u"1,500"_s << false;
    QTest::newRow("blanks") << u"p95Edit"_s << u"  "_s << false;
    QTest::newRow("around") << u"p95Edit"_s << u" 500 "_s << false;
}

void TestGateView::badInput()
{
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const bool, wrong);
    Shown s;
    auto *edit = s.view.findChild<QLineEdit *>(field);
    edit->setText(text);
    QCOMPARE(s.problems().size(), wrong ? 1 : 0);
    QCOMPARE(edit->property("invalid").toBool(), wrong);
    QCOMPARE(s.view.gate().isEmpty(), wrong || text.trimmed().isEmpty());
    edit->setText(u"1"_s);
    QVERIFY(s.problems().isEmpty());
    QVERIFY(!edit->property("invalid").toBool());
}

void TestGateView::badHosts()
{
    Shown s;
    GateRulesModel *model = s.view.rulesModel();
    const auto set = [model](int row, int column, const QString &text) {
        return model->setData(model->index(row, column), text);
    };
    QCOMPARE(model->add(), 0);
    QVERIFY(set(0, GateRulesModel::P95, u"100"_s));
    QVERIFY(set(0, GateRulesModel::Host, u"no host/"_s));
    QVERIFY(s.problems().constFirst().startsWith(u"Row 1, Host: "_s));
    QVERIFY(s.view.gate().isEmpty());
    QVERIFY(!model->index(0, 0).data(Qt::DecorationRole).isNull());
    QVERIFY(set(0, GateRulesModel::Host, u"*.Example.org"_s));
    QVERIFY(s.problems().isEmpty());
    QCOMPARE(model->add(), 1);
    QVERIFY(set(1, GateRulesModel::Host, u"*.example.org"_s));
    QVERIFY(set(1, GateRulesModel::P95, u"200"_s));
    QCOMPARE(s.problems().constFirst(), u"Row 2, Host: Another row has this host."_s);
    QCOMPARE(s.view.gate(), json(R"({"hosts": {"*.example.org": {"p95_ms": 100}}})")); // the first counts
    QVERIFY(set(1, GateRulesModel::Host, u"bücher.example"_s));
    QVERIFY(set(1, GateRulesModel::Rate, u"x"_s));
    QVERIFY(s.problems().constFirst().startsWith(u"Row 2, URLs/s ≥: "_s));
    QCOMPARE(s.view.gate()[u"hosts"_s].toObject().keys(),
             (QStringList {u"*.example.org"_s, u"xn--bcher-kva.example"_s})); // the rest of the row counts
    // More than a gate takes cannot be added.
    std::vector<GateDraft> many(static_cast<std::size_t>(Gate::kMostHosts));
    model->setDrafts(many);
    QCOMPARE(model->add(), -1);
}

void TestGateView::roundTrip()
{
    Shown s;
    const QJsonObject all = json(R"({"p95_ms": 1234.5, "failure_share": 0.003, "rate_per_s": 1000000,
                                     "hosts": {"*.example.org": {"p95_ms": 50}, "a:81": {"failure_share": 0}}})");
    const QSignalSpy changed(&s.view, &GateView::gateChanged);
    s.view.setGate(all);
    QCOMPARE(s.view.gate(), all);
    QCOMPARE(changed.count(), 0);
    s.view.setGate({});
    QCOMPARE(s.view.gate(), QJsonObject());
    s.view.setGate(json(R"({"p95_ms": "fast", "hosts": 5})")); // of a file that somebody has edited
    QCOMPARE(s.view.gate(), QJsonObject());
}

void TestGateView::waitsForTheEndOfARun()
{
    Shown s;
    s.view.setGate(json(R"({"p95_ms": 800, "rate_per_s": 1})"));
    const QSignalSpy news(&s.view, &LabView::message);
    s.view.setRun(s.run.urls, s.run.table, 0, true);
    QVERIFY(!s.view.judging());
    QCOMPARE(s.find<QLabel>("gateEmptyLabel")->text(), u"Judged when the run has ended."_s);
    s.view.runEnded(2'000);
    QVERIFY(s.judged());
    QCOMPARE(news.count(), 1);
    QCOMPARE(news.first().first().toString(), u"1 of 2 thresholds missed"_s);
    s.view.setGate({}); // without thresholds there is no news
    s.view.runEnded(2'000);
    QVERIFY(!s.view.judging());
    QCOMPARE(news.count(), 1);
    s.find<QLineEdit>("p95Edit")->setText(u"1"_s); // nor by an edit afterwards
    QVERIFY(s.judged());
    QCOMPARE(news.count(), 1);
}

void TestGateView::nothingToMeasure()
{
    Shown s;
    s.view.setGate(json(R"({"hosts": {"c.example": {"p95_ms": 100}}})"));
    s.showRun();
    QVERIFY(s.judged());
    QCOMPARE(s.cell(0, GateChecksModel::Result), u"Not measured"_s);
    QCOMPARE(s.cell(0, GateChecksModel::Measured), u"–"_s);
    QCOMPARE(s.find<QLabel>("outcomeLabel")->text(), u"1 of 1 threshold missed"_s);
}

void TestGateView::anotherRunWhileJudging()
{
    Shown s;
    s.view.setGate(json(R"({"rate_per_s": 4})"));
    s.view.setRun(s.run.urls, s.run.table, 100'000, false);
    s.view.setRun(s.run.urls, s.run.table, 2'000, false);
    QVERIFY(s.judged());
    QCOMPARE(s.cell(0, GateChecksModel::Measured), u"5/s"_s);
    s.view.setRun(nullptr, nullptr, 0, false);
    QVERIFY(!s.view.report());
}

void TestGateView::exports()
{
    Shown s;
    s.view.setGate(json(R"({"p95_ms": 800})"));
    s.showRun();
    QVERIFY(s.judged());
    const QTemporaryDir folder;
    const QSignalSpy wanted(&s.view, &GateView::exportRequested);
    s.find<QPushButton>("junitButton")->click();
    s.find<QPushButton>("markdownButton")->click();
    QCOMPARE(wanted.count(), 2);
    for (const auto &[format, begin] :
         {std::pair(GateView::Format::Junit, "<?xml"), std::pair(GateView::Format::Markdown, "**Gate failed**")}) {
        const QString path = folder.filePath(u"out"_s);
        QCOMPARE(s.view.exportWork(path, format)(nullptr, nullptr).status, ExportStatus::Ok);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begin));
    }
    QCOMPARE(s.view.exportWork(folder.filePath(u"no/out"_s), GateView::Format::Junit)(nullptr, nullptr).status,
             ExportStatus::CannotOpen);
}

void TestGateView::profiles()
{
    Shown s;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"ci.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"concurrency": 7, "gate": {"p95_ms": 300, "speed": 1}})");
    file.close();
    const QSignalSpy changed(&s.view, &GateView::gateChanged);
    s.view.loadProfile(path);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(s.view.gate(), json(R"({"p95_ms": 300})"));
    const auto said = [&s](const QString &text) {
        const auto messages = s.view.findChildren<FieldMessage *>();
        return std::any_of(messages.begin(), messages.end(),
                           [&text](const FieldMessage *message) { return message->text() == text; });
    };
    QVERIFY(said(u"Not understood, and left out: gate.speed"_s));
    s.find<QLineEdit>("rateEdit")->setText(u"5"_s);
    s.find<QPushButton>("saveProfileButton")->click();
    auto *dialog = s.view.findChild<QFileDialog *>();
    QVERIFY(dialog != nullptr);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY(said(u"Saved to “ci.json”."_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject saved = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(saved[u"concurrency"_s].toInt(), 7); // what else there is stays
    QCOMPARE(saved[u"gate"_s].toObject(), json(R"({"p95_ms": 300, "rate_per_s": 5})"));
    s.view.saveProfile(folder.filePath(u"new.json"_s));
    QTRY_VERIFY(said(u"Saved to “new.json”."_s));
    QCOMPARE(gateprofile::load(folder.filePath(u"new.json"_s)).gate, s.view.gate());
}

void TestGateView::profileFaults()
{
    Shown s;
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"notes.txt"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("notes");
    file.close();
    s.view.setGate(json(R"({"p95_ms": 300})"));
    s.view.saveProfile(file.fileName());
    QTRY_COMPARE(s.problems(), QStringList {u"“notes.txt”: It is no JSON object."_s});
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.readAll(), QByteArray("notes")); // left alone
    s.view.loadProfile(folder.filePath(u"none.json"_s));
    QTRY_VERIFY(s.problems().constFirst().startsWith(u"“none.json”: It cannot be read: "_s));
    file.resize(gateprofile::kMaxBytes + 1);
    s.view.loadProfile(file.fileName());
    QTRY_COMPARE(s.problems(), QStringList {u"“notes.txt”: It is too large for a profile."_s});
    s.view.saveProfile(folder.filePath(u"no/such/folder.json"_s));
    QTRY_VERIFY(s.problems().constFirst().contains(u"It cannot be written: "_s));
    QCOMPARE(s.view.gate(), json(R"({"p95_ms": 300})"));
}

void TestGateView::everyControlHasAName()
{
    Shown s;
    s.view.setGate(json(R"({"p95_ms": 300})"));
    s.showRun();
    QVERIFY(s.judged());
    for (QWidget *widget : s.view.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->inherits("QLabel")
            || widget->inherits("QHeaderView"))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
}

void TestGateView::languageSwitches()
{
    Shown s;
    s.view.setGate(json(R"({"p95_ms": 300})"));
    s.showRun();
    QVERIFY(s.judged());
    const QString english = s.find<QLabel>("outcomeLabel")->text();
    s.translations.setLanguage(u"zh_CN"_s);
    QCoreApplication::processEvents();
    QVERIFY(s.find<QLabel>("outcomeLabel")->text() != english);
    QVERIFY(s.cell(0, GateChecksModel::Result) != u"Missed"_s);
    QCOMPARE(s.view.gate(), json(R"({"p95_ms": 300})"));
    s.translations.setLanguage(u"en"_s);
    QCoreApplication::processEvents();
    QCOMPARE(s.find<QLabel>("outcomeLabel")->text(), english);
}

QTEST_MAIN(TestGateView)
#include "tst_gateview.moc"
