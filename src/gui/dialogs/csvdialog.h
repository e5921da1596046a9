// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/url/inputreader.h"

#include <QDialog>

#include <memory>

namespace crawlscope::gui {

namespace Ui {
    class CsvDialog;
}

/// Asks which column of a CSV file holds the URLs, with the first records in view. Thread: GUI.
class CsvDialog : public QDialog
{
    Q_OBJECT
public:
    CsvDialog(const CsvPreview &preview, const QString &fileName, QWidget *parent = nullptr);
    ~CsvDialog() override;

    [[nodiscard]] int column() const; ///< 0-based

private:
    void fillSample(const CsvPreview &preview);
    void selectColumn(int column);

    std::unique_ptr<Ui::CsvDialog> m_ui;
};

} // namespace crawlscope::gui
