// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/charts/loophistory.h"
#include "gui/charts/workerload.h"
#include "gui/theme/theme.h"

#include <QWidget>

#include <array>
#include <memory>

class QLabel;

namespace crawlscope::gui {

class LoopChart;
class Tile;
class WorkersChart;
namespace Ui {
    class LoopPage;
}

/// How busy this program itself is: loops, analysis and its threads, open files, memory, what waits for the disk; with
/// what it means and when to worry. Keeps five minutes; hidden, it only takes data in. Thread: GUI.
class LoopPage : public QWidget
{
    Q_OBJECT
public:
    explicit LoopPage(const Theme &theme, QWidget *parent = nullptr);
    ~LoopPage() override;

    void reset(); ///< a new run begins
    /// `windowLagMicros`: lateness of the window's beat. `nowMicros`: a monotonic clock.
    void apply(const StatsSnapshot &snapshot, qint64 windowLagMicros, qint64 nowMicros);
    [[nodiscard]] const LoopHistory &history() const { return m_history; }
    [[nodiscard]] Tile *tile(LoopGauge gauge) const { return m_tiles[static_cast<std::size_t>(gauge)]; }
    /// Whether a figure asks for attention; the tile says so in words.
    [[nodiscard]] static bool worrying(const StatsSnapshot &snapshot, LoopGauge gauge, double value);

Q_SIGNALS:
    void setupRequested(); ///< "Enter URLs" on the empty page

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeGauges();
    void makeWorkers();
    [[nodiscard]] QLabel *makeHelp();
    void retranslate();
    void showFigures();
    void showGauge(LoopGauge gauge);
    void showWorkers();
    [[nodiscard]] QString limitText(LoopGauge gauge) const;

    const Theme &m_theme;
    std::unique_ptr<Ui::LoopPage> ui;
    LoopHistory m_history;
    StatsSnapshot m_snapshot;
    std::array<Tile *, kLoopGaugeCount> m_tiles {};
    std::array<LoopChart *, kLoopGaugeCount> m_charts {};
    std::array<QLabel *, kLoopGaugeCount> m_helps {};
    WorkerLoad m_workerLoad;
    WorkersChart *m_workers = nullptr;
    QLabel *m_workersHelp = nullptr; ///< with the CPU time of a page
};

} // namespace crawlscope::gui
