// SPDX-FileCopyrightText: 2026 The Crawlscope developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/pagefactsmodel.h"

#include "core/analysis/pagefacts.h"
#include "gui/format.h"
#include "gui/models/resultcell.h"

#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace crawlscope::gui {

namespace {

    constexpr int kColumns = 2;

    QString hex(quint64 hash)
    {
        return hash == 0 ? QString() : QString::fromLatin1(QByteArray::number(hash, 16).rightJustified(16, '0'));
    }

} // namespace

/// By the stable name that sessions keep.
QString PageFactsModel::giveUpText(const QByteArray &name)
{
    const std::array<std::pair<const char *, QString>, kGiveUpCount> known {{
        {"tag_too_large", tr("a tag is too large")},
        {"too_many_attributes", tr("a tag has too many attributes")},
        {"too_deep", tr("elements are nested too deep")},
        {"input_cut", tr("the body is too large")},
        {"out_of_time", tr("it took too long")},
        {"cancelled", tr("cancelled")},
        {"too_many_links", tr("too many links")},
        {"parser_failed", tr("the parser failed")},
    }};
    for (const auto &[id, text] : known) {
        if (name == id)
            return text;
    }
    return format::untrusted(name);
}

PageFactsModel::PageFactsModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PageFactsModel::setPage(std::optional<Page> page)
{
    beginResetModel();
    m_page = std::move(page);
    fill();
    endResetModel();
}

void PageFactsModel::retranslate()
{
    beginResetModel();
    fill();
    endResetModel();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
}

QString PageFactsModel::line(int row) const
{
    const Fact &fact = m_lines.at(static_cast<std::size_t>(row));
    return tr("%1: %2", "name of a fact, value").arg(fact.name, fact.value);
}

void PageFactsModel::add(const QString &name, const QString &value)
{
    if (!value.isEmpty())
        m_lines.push_back({name, value});
}

void PageFactsModel::fill()
{
    m_lines.clear();
    if (!m_page)
        return;
    addRules(); // what the user asked for
    addTexts();
    if (m_page->facts.html)
        addFigures();
    addBody();
}

void PageFactsModel::addRules()
{
    for (const auto &[rule, value] : m_page->facts.extractions) {
        const QByteArray name = m_page->rules.value(static_cast<qsizetype>(rule));
        add(name.isEmpty() ? tr("Rule %1").arg(format::number(quint64 {rule} + 1)) : QString::fromLatin1(name),
            resultcell::valueText(value));
    }
}

void PageFactsModel::addTexts()
{
    const PageRecord &facts = m_page->facts;
    const auto counted = [](const QByteArray &text, quint32 count) {
        const QString shown = format::untrusted(text);
        return count > 1 ? tr("%1 (first of %2)").arg(shown, format::number(quint64 {count})) : shown;
    };
    add(tr("Title"), format::untrusted(m_page->title));
    add(tr("Description"), format::untrusted(facts.description));
    add(tr("Canonical URL"), counted(facts.canonical, facts.canonicalCount));
    add(tr("Robots"), format::untrusted(facts.robots));
    add(tr("Heading 1"), counted(facts.h1, facts.h1Count));
    add(tr("Heading 2"), counted(facts.h2, facts.h2Count));
    add(tr("Language"), format::untrusted(facts.language));
    if (facts.refreshSeconds >= 0) {
        const QString after = tr("after %Ln second(s)", nullptr, facts.refreshSeconds);
        const QString url = format::untrusted(facts.refreshUrl);
        add(tr("Refresh"), url.isEmpty() ? after : tr("%1, to %2", "after so long, URL").arg(after, url));
    }
}

void PageFactsModel::addFigures()
{
    const PageRecord &facts = m_page->facts;
    const auto number = [](quint32 count) { return format::number(quint64 {count}); };
    add(tr("Words"), number(facts.words));
    add(tr("Visible text"), format::bytes(facts.textBytes));
    add(tr("Links to this origin"), number(facts.linksInternal));
    add(tr("Links to others"), number(facts.linksExternal));
    const QString images = number(facts.images);
    add(tr("Images"),
        facts.imagesWithoutAlt == 0 ? images
                                    : tr("%1, of which %2 without a text").arg(images, number(facts.imagesWithoutAlt)));
    if (facts.mixedContent > 0)
        add(tr("Loaded without TLS"), number(facts.mixedContent));
    if (facts.insecureForms > 0)
        add(tr("Insecure forms"), number(facts.insecureForms));
}

void PageFactsModel::addBody()
{
    const PageRecord &facts = m_page->facts;
    const QString type = format::untrusted(facts.sniffedType);
    if (facts.typeMismatch)
        add(tr("Type of the bytes"),
            type.isEmpty() ? tr("not the declared one") : tr("%1, not the declared one").arg(type));
    else
        add(tr("Type of the bytes"), type);
    if (m_page->jsonErrorOffset >= 0)
        add(tr("JSON"),
            tr("not valid from byte %1 on").arg(format::number(static_cast<quint64>(m_page->jsonErrorOffset))));
    add(tr("Content hash (XXH64)"), hex(facts.contentHash));
    add(tr("SHA-256"), QString::fromLatin1(facts.sha256.toHex()));
    add(tr("Similarity hash"), hex(facts.simhash));
    QStringList giveUps;
    for (const QByteArray &name : facts.giveUps.split(';'))
        giveUps << giveUpText(name);
    add(tr("Not read to its end"), giveUps.join(u"; "_s));
}

int PageFactsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int PageFactsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant PageFactsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Fact &fact = m_lines[static_cast<std::size_t>(index.row())];
    const QString &text = index.column() == 0 ? fact.name : fact.value;
    if (role == Qt::DisplayRole)
        return QString(text).replace(u'\n', u" · "_s); // a line a fact
    if (role == Qt::ToolTipRole && index.column() == 1)
        return resultcell::plainToolTip(text);
    return {};
}

QVariant PageFactsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= kColumns)
        return {};
    return section == 0 ? tr("Fact") : tr("Value");
}

} // namespace crawlscope::gui
