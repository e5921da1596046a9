// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/resultquery.h"
#include "gui/theme/theme.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>

class QPushButton;
class QToolButton;

namespace crawlscope::gui {

class ResultFacets;
namespace Ui {
    class FilterBar;
}

/// Controls above the results table that make a ResultFilter. Text is taken 150 ms after the last key; a pattern that
/// does not compile is marked and leaves the filter in force. Thread: GUI.
class FilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit FilterBar(const Theme &theme, QWidget *parent = nullptr);
    ~FilterBar() override;

    [[nodiscard]] const ResultFilter &filter() const { return m_filter; } ///< in force
    void setFilter(const ResultFilter &filter); ///< shows it and puts it in force
    void clear() { setFilter({}); }
    /// `facets` is owned by the caller and outlives this widget.
    void setFacets(const ResultFacets *facets);
    void updateFacets(); ///< chips' counts; once per tick
    /// Whether it is known of this run how its URLs are known; without that there is nothing to choose.
    void setOriginsKnown(bool known);
    void setCounts(std::size_t shown, std::size_t total, std::size_t pending, bool busy, quint64 regexGaveUp);
    void focusText();
    [[nodiscard]] QToolButton *columnsButton() const;
    [[nodiscard]] QToolButton *detailsButton() const;
    [[nodiscard]] bool patternValid() const { return m_patternValid; }

Q_SIGNALS:
    void filterChanged(const crawlscope::ResultFilter &filter);
    void mergeRequested(); ///< "n new rows" was clicked
    void exportRequested();
    void leaveDown(); ///< cursor down in the text: on to the table

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeChips();
    void connectInputs();
    void applyIcons();
    void apply();
    void retranslate();
    /// Marks a pattern that does not compile; the reason is a tool tip.
    void judgePattern(const crawlscope::ResultFilter &filter);
    void showCounts();
    [[nodiscard]] ResultFilter fromControls() const;
    void fillErrors();
    void fillHosts();
    void updateChipTexts(bool all = false); ///< `all`: those with the same count, too

    const Theme &m_theme;
    std::unique_ptr<Ui::FilterBar> ui;
    const ResultFacets *m_facets = nullptr;
    std::array<QPushButton *, 6> m_chips {}; // by StatusClass
    ResultFilter m_filter;
    QTimer m_debounce;
    struct Counts
    {
        std::size_t shown = 0;
        std::size_t total = 0;
        std::size_t pending = 0;
        bool busy = false;
        quint64 regexGaveUp = 0;
    };
    Counts m_counts;
    bool m_patternValid = true;
    bool m_filling = false; // lists are being filled or a filter is shown: no signals
};

} // namespace crawlscope::gui
