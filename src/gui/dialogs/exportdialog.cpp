// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/exportdialog.h"

#include "gui/format.h"
#include "ui_exportdialog.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStandardPaths>

#include <array>

namespace crawlscope::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

    /// As the list shows them: for people first, for programs after.
    constexpr std::array<ExportFormat, kExportFormatCount> kFormats {ExportFormat::Csv,  ExportFormat::JsonLines,
                                                                     ExportFormat::Xlsx, ExportFormat::Sqlite,
                                                                     ExportFormat::Har,  ExportFormat::Html};

    QString suffixOf(ExportFormat format)
    {
        return exportEndings(format).constFirst();
    }

    /// The path with another ending, where it had one of ours or none.
    QString withSuffix(const QString &path, ExportFormat format)
    {
        const QFileInfo info(path);
        if (exportFormatOf(path) == format)
            return path;
        if (!exportFormatOf(path) && !info.suffix().isEmpty())
            return path + suffixOf(format);
        const QString base = info.suffix().isEmpty() ? path : path.chopped(info.suffix().size() + 1);
        return base + suffixOf(format);
    }

} // namespace

ExportDialog::ExportDialog(const ExportCounts &counts, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , ui(std::make_unique<Ui::ExportDialog>())
    , m_folder(folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : folder)
{
    ui->setupUi(this);
    ui->formatHelp->setProperty("muted", true);
    ui->formulaHelp->setProperty("muted", true);
    ui->pathMessage->setProperty("muted", true);
    ui->allButton->setText(tr("All input lines, in input order (%Ln)", nullptr, format::pluralCount(counts.allLines)));
    ui->allButton->setToolTip(tr("Duplicates, invalid lines and URLs that have not ended are included."));
    ui->filteredButton->setText(
        counts.list ? tr("Rows of the list, in the order shown (%Ln)", nullptr, format::pluralCount(counts.filtered))
            : counts.filterActive
            ? tr("Rows the filter shows, in the order shown (%Ln)", nullptr, format::pluralCount(counts.filtered))
            : tr("Rows of the table, in the order shown (%Ln)", nullptr, format::pluralCount(counts.filtered)));
    ui->selectedButton->setText(tr("Selected rows (%Ln)", nullptr, format::pluralCount(counts.selected)));
    ui->allButton->setVisible(!counts.list);
    ui->filteredButton->setEnabled(counts.filtered > 0);
    ui->selectedButton->setEnabled(counts.selected > 0);
    ui->allButton->setChecked(!counts.filterActive || counts.filtered == 0);
    ui->filteredButton->setChecked(!ui->allButton->isChecked());
    for (const ExportFormat format : kFormats)
        ui->formatCombo->addItem(tr("%1 (%2)").arg(nameOf(format), suffixOf(format)), static_cast<int>(format));
    const QString name = u"crawl-"_s + QDate::currentDate().toString(Qt::ISODate) + u".csv"_s;
    ui->pathEdit->setText(QDir::toNativeSeparators(QDir(m_folder).filePath(name)));
    if (QPushButton *save = ui->buttons->button(QDialogButtonBox::Save))
        save->setText(tr("Export"));
    connect(ui->buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(ui->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(ui->browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(ui->formatCombo, &QComboBox::currentIndexChanged, this, &ExportDialog::formatChosen);
    connect(ui->pathEdit, &QLineEdit::textChanged, this, &ExportDialog::pathEdited);
    setMinimumWidth(fontMetrics().averageCharWidth() * 78);
    update();
}

ExportDialog::~ExportDialog() = default;

QString ExportDialog::nameOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return tr("CSV");
    case ExportFormat::JsonLines:
        return tr("JSON lines");
    case ExportFormat::Xlsx:
        return tr("Excel workbook");
    case ExportFormat::Sqlite:
        return tr("SQLite database");
    case ExportFormat::Har:
        return tr("HTTP archive");
    case ExportFormat::Html:
        return tr("HTML report");
    }
    return {};
}

QString ExportDialog::helpOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return tr("A line per row with a header, for spreadsheets and most other programs.");
    case ExportFormat::JsonLines:
        return tr("A JSON object per line, for programs and scripts.");
    case ExportFormat::Xlsx:
        return tr("A workbook for Excel and LibreOffice, with numbers as numbers and a filter in each column.");
    case ExportFormat::Sqlite:
        return tr("A database with one table, for questions in SQL.");
    case ExportFormat::Har:
        return tr("HAR 1.2: each request with timings and headers, for network tools and those of the browsers.");
    case ExportFormat::Html:
        return tr("One page in English with figures, charts, failures and slowest URLs, to read, print or hand on.");
    }
    return {};
}

ExportFormat ExportDialog::format() const
{
    return static_cast<ExportFormat>(ui->formatCombo->currentData().toInt());
}

void ExportDialog::formatChosen()
{
    const QSignalBlocker blocker(ui->pathEdit);
    ui->pathEdit->setText(withSuffix(ui->pathEdit->text().trimmed(), format()));
    update();
}

void ExportDialog::pathEdited()
{
    if (const auto format = exportFormatOf(ui->pathEdit->text().trimmed())) {
        const QSignalBlocker blocker(ui->formatCombo);
        ui->formatCombo->setCurrentIndex(ui->formatCombo->findData(static_cast<int>(*format)));
    }
    update();
}

void ExportDialog::update()
{
    const bool csv = format() == ExportFormat::Csv;
    const bool spreadsheet = csv || format() == ExportFormat::Xlsx;
    ui->formatHelp->setText(helpOf(format()));
    ui->formulaCheck->setVisible(spreadsheet);
    ui->formulaHelp->setVisible(spreadsheet);
    ui->bomCheck->setVisible(csv);
    const QString path = ui->pathEdit->text().trimmed();
    const QFileInfo info(path);
    QString message;
    bool usable = !path.isEmpty();
    if (usable && (info.isDir() || path.endsWith(u'/'))) {
        usable = false;
        message = tr("This is a folder. Add a file name.");
    } else if (usable && !info.absoluteDir().exists()) {
        usable = false;
        message = tr("The folder does not exist.");
    } else if (usable && info.exists()) {
        message = tr("The file exists and will be replaced.");
    }
    ui->pathMessage->setText(message);
    if (QPushButton *save = ui->buttons->button(QDialogButtonBox::Save))
        save->setEnabled(usable);
}

void ExportDialog::browse()
{
    auto *chooser = new QFileDialog(this, tr("Export to"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const ExportFormat each : kFormats)
        filters.append(u"%1 (*%2)"_s.arg(nameOf(each), exportEndings(each).join(u" *"_s)));
    chooser->setNameFilters(filters);
    chooser->selectNameFilter(filters.at(ui->formatCombo->currentIndex()));
    chooser->selectFile(ui->pathEdit->text().trimmed());
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QString complete = exportFormatOf(path) ? path : withSuffix(path, format());
        ui->pathEdit->setText(QDir::toNativeSeparators(complete));
    });
    chooser->open();
}

ExportRequest ExportDialog::request() const
{
    ExportRequest request;
    request.scope = ui->selectedButton->isChecked() ? ExportRequest::Scope::Selected
        : ui->filteredButton->isChecked()           ? ExportRequest::Scope::Filtered
                                                    : ExportRequest::Scope::AllLines;
    request.path = QDir::fromNativeSeparators(ui->pathEdit->text().trimmed());
    request.options.format = format();
    request.options.neutralizeFormulas = ui->formulaCheck->isChecked();
    request.options.byteOrderMark = request.options.format == ExportFormat::Csv && ui->bomCheck->isChecked();
    return request;
}

void ExportDialog::setRequest(const ExportRequest &request)
{
    if (request.scope == ExportRequest::Scope::Selected && ui->selectedButton->isEnabled())
        ui->selectedButton->setChecked(true);
    else if (request.scope == ExportRequest::Scope::Filtered && ui->filteredButton->isEnabled())
        ui->filteredButton->setChecked(true);
    else
        ui->allButton->setChecked(true);
    ui->formatCombo->setCurrentIndex(ui->formatCombo->findData(static_cast<int>(request.options.format)));
    ui->formulaCheck->setChecked(request.options.neutralizeFormulas);
    ui->bomCheck->setChecked(request.options.byteOrderMark);
    if (!request.path.isEmpty())
        ui->pathEdit->setText(QDir::toNativeSeparators(request.path));
    update();
}

} // namespace crawlscope::gui
