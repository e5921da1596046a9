// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/sweepplan.h"
#include "gui/theme/theme.h"

#include <QWidget>

#include <array>
#include <optional>
#include <utility>
#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace crawlscope::gui {

class FieldMessage;

/// What a sweep is to do, with a verdict below the levels: what is wrong, or what it comes to. Thread: GUI.
class SweepSettings : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kMostUrls = 100'000; ///< of a run: the window measures it as a whole

    explicit SweepSettings(const Theme &theme, QWidget *parent = nullptr);

    /// As the fields say; SweepPlan::validate() holds where valid().
    [[nodiscard]] SweepPlan plan() const;
    [[nodiscard]] bool valid() const;
    void setPlan(const SweepPlan &plan);
    void setUrls(quint64 urls); ///< of the list, each once; 0: not known
    [[nodiscard]] FieldMessage *verdict() const { return m_verdict; }
    /// "1, 2, 5" in any order, separated by commas, semicolons or blanks. Nothing: no such list, or none in range.
    [[nodiscard]] static std::optional<std::vector<int>> levelsOf(const QString &text);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void onEdited();
    void layOut();
    void retranslateFields();
    void judge();
    [[nodiscard]] QString problem() const;

    QComboBox *m_sample;
    QSpinBox *m_size;
    QSpinBox *m_seed;
    QLineEdit *m_levels;
    FieldMessage *m_verdict;
    QSpinBox *m_repeats;
    QSpinBox *m_warmUp;
    QDoubleSpinBox *m_failures; ///< percent
    QDoubleSpinBox *m_p95; ///< ms
    std::array<std::pair<QLabel *, QWidget *>, 8> m_rows {}; ///< as shown
    quint64 m_urls = 0;
};

} // namespace crawlscope::gui
