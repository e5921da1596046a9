// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/charts/histogramchart.h"
#include "gui/charts/plotlibrary.h"
#include "gui/theme/theme.h"
#include "gui/translations.h"

#include <QFontMetricsF>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace crawlscope;
using namespace crawlscope::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Label
{
    QString text;
    double left;
    double right;
};

/// The labels under the axis as they were drawn last.
std::vector<Label> labelsOf(const HistogramChart &chart)
{
    const QCPAxis *axis = chart.findChild<QCustomPlot *>()->xAxis;
    const QVector<double> ticks = axis->tickVector();
    const QVector<QString> texts = axis->tickVectorLabels();
    const QFontMetricsF metrics(axis->tickLabelFont());
    std::vector<Label> labels;
    for (qsizetype i = 0; i < ticks.size(); ++i) {
        const double centre = axis->coordToPixel(ticks[i]);
        const double half = metrics.horizontalAdvance(texts[i]) / 2;
        if (axis->range().contains(ticks[i])) // the neighbours outside are not drawn
            labels.push_back({texts[i], centre - half, centre + half});
    }
    return labels;
}

std::shared_ptr<const LatencyHistogram> latencies(quint64 from, quint64 to)
{
    auto latency = std::make_shared<LatencyHistogram>();
    for (int i = 0; i <= 200; ++i)
        latency->add(static_cast<quint64>(static_cast<double>(from)
                                          * std::pow(static_cast<double>(to) / static_cast<double>(from), i / 200.0)));
    return latency;
}

} // namespace

class TestHistogramChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void labelsNeverTouch_data();
    void labelsNeverTouch();
};

void TestHistogramChart::labelsNeverTouch_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<quint64>("from");
    QTest::addColumn<quint64>("to");
    for (const QString &language : {u"en"_s, u"zh_CN"_s}) {
        QTest::addRow("%s usual", qPrintable(language)) << language << quint64 {8'000} << quint64 {6'000'000};
        QTest::addRow("%s wide", qPrintable(language)) << language << quint64 {40} << quint64 {90'000'000};
        QTest::addRow("%s two decades", qPrintable(language)) << language << quint64 {150'000} << quint64 {9'000'000};
        QTest::addRow("%s within one decade", qPrintable(language))
            << language << quint64 {120'000} << quint64 {480'000};
        QTest::addRow("%s nearly one value", qPrintable(language))
            << language << quint64 {210'000} << quint64 {230'000};
    }
}

void TestHistogramChart::labelsNeverTouch()
{
    QFETCH(const QString, language);
    QFETCH(const quint64, from);
    QFETCH(const quint64, to);
    Translations translations;
    translations.setLanguage(language);
    Theme theme;
    theme.setMode(ThemeMode::Light);
    HistogramChart chart(theme);
    chart.setLatency(latencies(from, to));
    chart.show();
    std::size_t most = 0;
    const auto check = [&](int width) {
        const std::vector<Label> labels = labelsOf(chart);
        most = std::max(most, labels.size());
        for (std::size_t i = 1; i < labels.size(); ++i)
            QVERIFY2(labels[i].left - labels[i - 1].right >= 6,
                     qPrintable(u"%1 px: %2 and %3"_s.arg(width).arg(labels[i - 1].text, labels[i].text)));
    };
    auto *plot = chart.findChild<QCustomPlot *>();
    for (int width = 150; width <= 1'400; width += 23) {
        chart.resize(width, 220);
        QCoreApplication::processEvents(); // what the new size brings about
        check(width);
        QSignalSpy drawn(plot, &QCustomPlot::afterReplot);
        chart.setLatency(latencies(from, to)); // and what new data do
        theme.setMode(width % 2 == 0 ? ThemeMode::Dark : ThemeMode::Light); // at once
        QTRY_VERIFY(!drawn.isEmpty());
        check(width);
    }
    if (to > 4 * from)
        QVERIFY2(most >= 2, qPrintable(QString::number(most))); // thinned, not dropped
    translations.setLanguage(u"en"_s);
}

QTEST_MAIN(TestHistogramChart)
#include "tst_histogramchart.moc"
