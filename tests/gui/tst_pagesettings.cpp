// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings.h"
#include "gui/setup/fieldmessage.h"
#include "gui/setup/pagesettings.h"
#include "gui/setup/rulesmodel.h"
#include "gui/setup/setuppanel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonObject>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

CrawlConfig unusual()
{
    CrawlConfig config;
    config.page.facts = true;
    config.page.sha256 = true;
    config.page.rules = {{.name = "price", .pattern = "price=(\\d+)", .all = true},
                         {.name = "terms", .pattern = "\xe4\xbb\xb7\xe6\xa0\xbc", .scope = ExtractionRule::Scope::Text},
                         {.name = "h", .type = ExtractionRule::Type::XPath, .pattern = "//h1"}};
    return config;
}

struct Panel
{
    Theme theme;
    SetupPanel panel {theme, 1024};
    Panel()
    {
        panel.setPageFolded(false);
        panel.show();
    }
    [[nodiscard]] RulesModel &rules() const { return panel.page().rules(); }
    [[nodiscard]] QTableView *table() const { return panel.findChild<QTableView *>(u"rulesTable"_s); }
    [[nodiscard]] QPushButton *button(const QString &name) const { return panel.findChild<QPushButton *>(name); }
    [[nodiscard]] QString message(FieldMessage::Kind kind) const
    {
        for (const FieldMessage *message : panel.page().findChildren<FieldMessage *>()) {
            if (message->isVisible() && message->kind() == kind)
                return message->text();
        }
        return {};
    }
    bool set(int row, RulesModel::Column column, const QVariant &value, int role = Qt::EditRole) const
    {
        return rules().setData(rules().index(row, column), value, role);
    }
};

} // namespace

class TestPageSettings : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void configSurvivesTheRoundTrip();
    void settingsKeepIt();
    void everyFieldNamesItsKey();
    void addedEditedRemoved();
    void kindsOfRules_data();
    void kindsOfRules();
    void kindIsChosenFromAList();
    void rulesAreJudgedLive_data();
    void rulesAreJudgedLive();
    void startShowsTheMistake();
    void noMoreThanThereMayBe();
    void fixedWhileARunGoesOn();
};

void TestPageSettings::configSurvivesTheRoundTrip()
{
    Panel p;
    QSignalSpy changed(&p.panel.page(), &PageSettings::changed);
    p.panel.setConfig(unusual());
    QVERIFY(p.panel.config().page == unusual().page);
    QVERIFY(p.panel.valid());
    QCOMPARE(changed.count(), 0); // set by the program
    p.panel.setConfig(CrawlConfig());
    QVERIFY(p.panel.config().page == PageConfig());
}

void TestPageSettings::settingsKeepIt()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    {
        Settings settings(file);
        QVERIFY(settings.pageFolded());
        settings.setConfig(unusual());
        settings.setPageFolded(false);
        settings.sync();
    }
    Settings settings(file);
    QVERIFY(settings.config().page == unusual().page);
    QVERIFY(!settings.pageFolded());
    settings.restoreDefaults();
    QVERIFY(settings.config().page == PageConfig());
}

void TestPageSettings::everyFieldNamesItsKey()
{
    Theme theme;
    PageSettings page(theme);
    const QJsonObject keys = unusual().toJson();
    for (const char *key : {"page_facts", "sha256", "extract"}) {
        QVERIFY2(keys.contains(QString::fromLatin1(key)), key);
        int told = 0;
        for (const QWidget *widget : page.findChildren<QWidget *>())
            told += widget->toolTip().endsWith(QString(u": "_s + QString::fromLatin1(key))) ? 1 : 0;
        QCOMPARE(told, 1);
    }
}

void TestPageSettings::addedEditedRemoved()
{
    Panel p;
    QAbstractItemModelTester tester(&p.rules(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy changed(&p.panel, &SetupPanel::configChanged);
    p.button(u"addRule"_s)->click();
    p.button(u"addRule"_s)->click();
    QCOMPARE(changed.count(), 2);
    QCOMPARE(p.rules().rowCount(), 2);
    QVERIFY(p.rules().rules()[0].name != p.rules().rules()[1].name);
    QVERIFY(p.set(0, RulesModel::Name, u" price "_s));
    QVERIFY(p.set(0, RulesModel::Pattern, u"\\d+ "_s)); // a space may be meant
    QVERIFY(p.set(0, RulesModel::All, Qt::Checked, Qt::CheckStateRole));
    QCOMPARE(p.rules().rules()[0], (ExtractionRule {.name = "price", .pattern = "\\d+ ", .all = true}));
    const auto changes = changed.count();
    QVERIFY(p.set(0, RulesModel::Name, u"price"_s)); // the same
    QCOMPARE(changed.count(), changes);
    QVERIFY(!p.set(0, RulesModel::Kind, 1, Qt::CheckStateRole));
    QVERIFY(!p.set(0, RulesModel::All, true, Qt::EditRole));
    p.table()->selectRow(1);
    p.button(u"removeRule"_s)->click();
    QCOMPARE(p.rules().rowCount(), 1);
    QVERIFY(p.panel.valid());
    QCOMPARE(p.panel.config().page.columns(), QByteArrayList {"price"});
    p.table()->selectRow(0);
    p.button(u"removeRule"_s)->click();
    QCOMPARE(p.rules().rowCount(), 0);
    QVERIFY(!p.button(u"removeRule"_s)->isEnabled());
}

void TestPageSettings::kindsOfRules_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<ExtractionRule::Type>("type");
    QTest::addColumn<ExtractionRule::Scope>("scope");
    QTest::newRow("source") << 0 << ExtractionRule::Type::Regex << ExtractionRule::Scope::Markup;
    QTest::newRow("text") << 1 << ExtractionRule::Type::Regex << ExtractionRule::Scope::Text;
    QTest::newRow("XPath") << 2 << ExtractionRule::Type::XPath << ExtractionRule::Scope::Markup;
}

void TestPageSettings::kindsOfRules()
{
    QFETCH(const int, kind);
    QFETCH(const ExtractionRule::Type, type);
    QFETCH(const ExtractionRule::Scope, scope);
    Panel p;
    p.button(u"addRule"_s)->click();
    p.set(0, RulesModel::Pattern, u"a"_s);
    for (int before = 0; before < RulesModel::kKinds; ++before) {
        QVERIFY(p.set(0, RulesModel::Kind, before));
        QVERIFY(p.set(0, RulesModel::Kind, kind));
        QCOMPARE(p.rules().rules()[0].type, type);
        QCOMPARE(p.rules().rules()[0].scope, scope);
        QVERIFY(p.panel.valid());
        QCOMPARE(p.rules().index(0, RulesModel::Kind).data().toString(),
                 RulesModel::kindName(static_cast<RulesModel::RuleKind>(kind)));
    }
}

void TestPageSettings::kindIsChosenFromAList()
{
    Panel p;
    p.panel.setConfig(unusual());
    const QModelIndex index = p.rules().index(1, RulesModel::Kind);
    p.table()->setCurrentIndex(index);
    p.table()->edit(index);
    auto *box = p.table()->findChild<QComboBox *>();
    QVERIFY(box != nullptr);
    QCOMPARE(box->count(), RulesModel::kKinds);
    QCOMPARE(box->currentIndex(), 1);
    box->setCurrentIndex(2);
    p.table()->itemDelegateForIndex(index)->setModelData(box, &p.rules(), index);
    QCOMPARE(p.rules().rules()[1].type, ExtractionRule::Type::XPath);
}

void TestPageSettings::rulesAreJudgedLive_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, int column, const QString &value, const QString &problem) {
        QTest::newRow(name) << column << value << problem;
    };
    row("fine", RulesModel::Pattern, u"a+"_s, {});
    row("empty", RulesModel::Pattern, {}, u"Rule 2, terms: the expression is empty"_s);
    row("unbalanced", RulesModel::Pattern, u"äö(b"_s, u"Rule 2, terms: character 5: "_s);
    row("long", RulesModel::Pattern, QString(5000, u'a'), u"Rule 2, terms: the expression has more than 4,096 bytes"_s);
    row("name", RulesModel::Name, u"2 b"_s, u"Rule 2, 2 b: a name has letters"_s);
    row("twice", RulesModel::Name, u"PRICE"_s, u"Rule 2, PRICE: there is another rule"_s);
    row("reserved", RulesModel::Name, u"Status"_s, u"Rule 2, Status: exports have a field"_s);
}

void TestPageSettings::rulesAreJudgedLive()
{
    QFETCH(const int, column);
    QFETCH(const QString, value);
    QFETCH(const QString, problem);
    Panel p;
    p.panel.setConfig(unusual());
    QSignalSpy changed(&p.panel, &SetupPanel::configChanged);
    QVERIFY(p.set(1, static_cast<RulesModel::Column>(column), value));
    QCOMPARE(changed.count(), 1);
    const QString shown = p.message(FieldMessage::Kind::Error);
    QCOMPARE(shown.isEmpty(), problem.isEmpty());
    QVERIFY2(shown.startsWith(problem), qPrintable(shown));
    QCOMPARE(p.panel.valid(), problem.isEmpty());
    QCOMPARE(p.panel.config().validate().isEmpty(), problem.isEmpty());
    // The rule that is wrong is marked, and no other.
    QCOMPARE(p.rules().index(1, 0).data(Qt::ForegroundRole).isValid(), !problem.isEmpty());
    QVERIFY(!p.rules().index(0, 0).data(Qt::ForegroundRole).isValid());
}

void TestPageSettings::startShowsTheMistake()
{
    Panel p;
    p.panel.setConfig(unusual());
    p.set(2, RulesModel::Pattern, u"//["_s);
    p.panel.setPageFolded(true);
    QVERIFY(!p.panel.valid());
    p.panel.showProblem();
    QVERIFY(!p.panel.pageFolded() && p.panel.requestFolded());
    QCOMPARE(p.table()->currentIndex().row(), 2);
}

void TestPageSettings::noMoreThanThereMayBe()
{
    Panel p;
    for (std::size_t i = 0; i < ExtractionRules::kMaxRules; ++i) {
        QVERIFY(p.button(u"addRule"_s)->isEnabled());
        p.button(u"addRule"_s)->click();
    }
    QVERIFY(!p.button(u"addRule"_s)->isEnabled());
    QCOMPARE(p.rules().add(), -1);
    QCOMPARE(p.rules().rowCount(), static_cast<int>(ExtractionRules::kMaxRules));
}

void TestPageSettings::fixedWhileARunGoesOn()
{
    Panel p;
    p.panel.setConfig(unusual());
    p.table()->selectRow(0);
    p.panel.setRunning(true);
    QVERIFY(!p.table()->isEnabled() && !p.button(u"addRule"_s)->isEnabled());
    QVERIFY(!p.button(u"removeRule"_s)->isEnabled());
    QVERIFY(!p.message(FieldMessage::Kind::Hint).isEmpty());
    p.panel.setRunning(false);
    QVERIFY(p.table()->isEnabled() && p.button(u"removeRule"_s)->isEnabled());
    QVERIFY(p.message(FieldMessage::Kind::Hint).isEmpty());
}

QTEST_MAIN(TestPageSettings)
#include "tst_pagesettings.moc"
