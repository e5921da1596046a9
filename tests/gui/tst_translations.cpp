// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    QString type; ///< attribute of <translation>: unfinished, vanished, obsolete
    QStringList translations; ///< one, or the numerus forms
    bool numerus = false;
};

Message readMessage(QXmlStreamReader *xml, const QString &context)
{
    Message message;
    message.context = context;
    message.numerus = xml->attributes().value("numerus"_L1) == "yes"_L1;
    while (xml->readNextStartElement()) {
        if (xml->name() == "source"_L1) {
            message.source = xml->readElementText();
        } else if (xml->name() == "comment"_L1) {
            message.comment = xml->readElementText();
        } else if (xml->name() == "translation"_L1) {
            message.type = xml->attributes().value("type"_L1).toString();
            if (!message.numerus) {
                message.translations << xml->readElementText();
                continue;
            }
            while (xml->readNextStartElement())
                message.translations << xml->readElementText();
        } else {
            xml->skipCurrentElement();
        }
    }
    return message;
}

QList<Message> readCatalogue(const QString &language)
{
    QFile file(QStringLiteral(TRANSLATIONS_DIR "/crawlscope_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNext() || !xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            messages << readMessage(&xml, context);
    }
    return messages;
}

/// %1, %2, %n, %Ln …, sorted; accelerators and markup do not count.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%(?:L?n|L?\\d{1,2})"_s);
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found << it.next().captured();
    found.sort();
    return found;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void catalogueIsComplete_data();
    void catalogueIsComplete();
    void placeholdersAreTheSame_data();
    void placeholdersAreTheSame();
    void chineseKeepsItsPunctuation();
    void pluralFormsAreRight();
    void languagesSwitch();
};

void TestTranslations::catalogueIsComplete_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("forms");
    QTest::newRow("en") << u"en"_s << 2;
    QTest::newRow("zh_CN") << u"zh_CN"_s << 1;
}

void TestTranslations::catalogueIsComplete()
{
    QFETCH(QString, language);
    QFETCH(int, forms);
    const QList<Message> messages = readCatalogue(language);
    QVERIFY(!messages.isEmpty());
    QStringList wrong;
    for (const Message &message : messages) {
        const bool empty = message.translations.isEmpty() || message.translations.contains(QString());
        if (!message.type.isEmpty() || empty || (message.numerus && message.translations.size() != forms))
            wrong << QString(message.context + u": " + message.source);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u"%1 unfinished:\n%2"_s.arg(wrong.size()).arg(wrong.join(u'\n'))));
}

void TestTranslations::placeholdersAreTheSame_data()
{
    catalogueIsComplete_data();
}

void TestTranslations::placeholdersAreTheSame()
{
    QFETCH(QString, language);
    for (const Message &message : readCatalogue(language)) {
        const QStringList all = placeholders(message.source);
        // "The one row" may do without the figure; Chinese has one form for all figures and needs it.
        QStringList withoutFigure = all;
        withoutFigure.removeIf([](const QString &name) { return name.endsWith(u'n'); });
        for (const QString &translation : message.translations) {
            const QStringList found = placeholders(translation);
            const bool one = language == "en"_L1 && message.numerus && translation == message.translations.first();
            const QStringList &expected = one && found == withoutFigure ? withoutFigure : all;
            QVERIFY2(found == expected,
                     qPrintable(QString(message.context + u": " + message.source + u" → " + translation)));
        }
    }
}

void TestTranslations::chineseKeepsItsPunctuation()
{
    // Between Chinese characters stands Chinese punctuation.
    static const QRegularExpression halfWidth(u"[\\x{4e00}-\\x{9fff}][,;:!?](?:\\s|$|[\\x{4e00}-\\x{9fff}])"_s);
    for (const Message &message : readCatalogue(u"zh_CN"_s)) {
        for (const QString &translation : message.translations)
            QVERIFY2(!halfWidth.match(translation).hasMatch(),
                     qPrintable(QString(message.source + u" → " + translation)));
    }
}

void TestTranslations::pluralFormsAreRight()
{
    Translations translations;
    translations.setLanguage(u"en"_s);
    const auto duplicates = [](int n) {
        return QCoreApplication::translate("crawlscope::gui::UrlEditor", "%Ln duplicate(s)", nullptr, n);
    };
    QCOMPARE(duplicates(1), u"1 duplicate"_s);
    QCOMPARE(duplicates(2), u"2 duplicates"_s);
    QCOMPARE(duplicates(1204), u"1,204 duplicates"_s);
}

void TestTranslations::languagesSwitch()
{
    Translations translations;
    const auto open = [] { return QCoreApplication::translate("crawlscope::gui::UrlEditor", "Open file…"); };
    translations.setLanguage(u"en"_s);
    QCOMPARE(open(), u"Open file…"_s);
    QCOMPARE(translations.effectiveLanguage(), u"en"_s);
    translations.setLanguage(u"zh_CN"_s);
    QCOMPARE(translations.effectiveLanguage(), u"zh_CN"_s);
    QVERIFY(open() != u"Open file…"_s);
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"取消"_s); // with Qt's catalogue or without
    translations.setLanguage(u"kl"_s); // there is no such catalogue
    QCOMPARE(open(), u"Open file…"_s);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
