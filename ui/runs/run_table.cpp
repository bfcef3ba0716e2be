#include "ui/runs/run_table.h"

#include "ui/runs/run_settings.h"
#include "ui/runs/run_style.h"
#include "ui/support/starter_digits.h"
#include "ui/theme/icons.h"

#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rbm {

namespace {

constexpr QSize kSwatch{38, 14};
constexpr QSize kVerdictIcon{15, 15};

const LikelihoodPoint *lastOf(const RunRecord &run) {
    return run.points.empty() ? nullptr : &run.points.back();
}

/// As far as the table and the plot show them.
bool isSame(const RunRecord &a, const RunRecord &b) {
    const auto value = [](const RunRecord &run) {
        return run.points.empty() ? 0 : run.points.back().gray.test.value;
    };
    return a.name == b.name && a.shown == b.shown && a.hasModel == b.hasModel &&
           a.update == b.update && a.config == b.config &&
           a.controls.learningRate == b.controls.learningRate &&
           a.controls.momentum == b.controls.momentum && a.points.size() == b.points.size() &&
           value(a) == value(b);
}

QString epochsText(const RunRecord &run) {
    const double epoch = run.epoch();
    const int decimals = epoch == std::floor(epoch) || epoch >= 10 ? 0 : 1;
    return RunTable::tr("%1 of %2")
        .arg(QLocale().toString(std::floor(epoch * 10) / 10, 'f', decimals),
             QLocale().toString(static_cast<qulonglong>(run.config.numEpoch)));
}

QString number(std::size_t value) { return QLocale().toString(static_cast<qulonglong>(value)); }

QString number(double value) { return QLocale().toString(value, 'g', 4); }

QString headerToolTip(int column) {
    switch (column) {
    case RunTable::Test:
        return RunTable::tr("Mean log-likelihood of the test images at the last check, in nats");
    case RunTable::Interval:
        return RunTable::tr("The interval of 3 sigma around it");
    case RunTable::Verdict:
        return RunTable::tr("Whether it may be quoted");
    case RunTable::Measured:
        return RunTable::tr("The epoch of the last check: the run may be further by now");
    case RunTable::Hidden:
        return RunTable::tr("Hidden units");
    case RunTable::Steps:
        return RunTable::tr("Gibbs steps per update");
    case RunTable::Batch:
        return RunTable::tr("Images per update");
    case RunTable::Rate:
        return RunTable::tr("Learning rate that was in force last");
    default:
        return {};
    }
}

bool isNumber(int column) {
    return column != RunTable::Name && column != RunTable::Verdict && column != RunTable::Trainer &&
           column != RunTable::Images && column != RunTable::Began;
}

} // namespace

int RunTable::rowOf(const QString &id) const {
    const auto found = std::find_if(m_runs.begin(), m_runs.end(),
                                    [&](const RunRecord &run) { return run.id == id; });
    return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

void RunTable::put(const RunRecord &run) {
    if (const int row = rowOf(run.id); row >= 0) {
        RunRecord &old = m_runs[static_cast<std::size_t>(row)];
        const bool sameLabel = old.name == run.name && old.shown == run.shown;
        old = run;
        // A change of its cell would overwrite a name that is being typed.
        emit dataChanged(index(row, sameLabel ? Name + 1 : Name), index(row, kColumns - 1));
        return;
    }
    const auto place =
        std::lower_bound(m_runs.begin(), m_runs.end(), run,
                         [](const RunRecord &a, const RunRecord &b) { return a.id < b.id; });
    const auto row = place - m_runs.begin();
    int slot = 0; // the first that is free
    while (std::find(m_slots.begin(), m_slots.end(), slot) != m_slots.end())
        ++slot;
    beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
    m_runs.insert(place, run);
    m_slots.insert(m_slots.begin() + row, slot);
    endInsertRows();
}

void RunTable::putAll(const std::vector<RunRecord> &runs) {
    if (!m_runs.empty()) {
        for (const RunRecord &run : runs) {
            const int row = rowOf(run.id);
            if (row < 0 || !isSame(run, m_runs[static_cast<std::size_t>(row)]))
                put(run);
        }
        return;
    }
    beginResetModel();
    m_runs = runs;
    m_slots.resize(runs.size());
    std::iota(m_slots.begin(), m_slots.end(), 0);
    endResetModel();
}

void RunTable::remove(const QString &id) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_runs.erase(m_runs.begin() + row);
    m_slots.erase(m_slots.begin() + row);
    endRemoveRows();
}

void RunTable::setProgress(const QString &id, std::uint64_t update, const TrainingConfig &config,
                           const LiveControls &controls) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    RunRecord &run = m_runs[static_cast<std::size_t>(row)];
    const QString before = epochsText(run);
    const bool same = config == run.config && controls.learningRate == run.controls.learningRate &&
                      controls.momentum == run.controls.momentum;
    run.update = update;
    run.config = config;
    run.controls = controls;
    if (!same)
        emit dataChanged(index(row, Name + 1), index(row, kColumns - 1));
    else if (epochsText(run) != before)
        emit dataChanged(index(row, Epochs), index(row, Epochs));
}

std::vector<RunRecord> RunTable::shownRuns() const {
    std::vector<RunRecord> shown;
    std::copy_if(m_runs.begin(), m_runs.end(), std::back_inserter(shown),
                 [](const RunRecord &run) { return run.shown; });
    return shown;
}

void RunTable::languageChanged() {
    emit headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (!m_runs.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void RunTable::touch(int row) { emit dataChanged(index(row, 0), index(row, kColumns - 1)); }

void RunTable::setCurrent(const QString &id) {
    if (id == m_current)
        return;
    const int before = rowOf(m_current);
    m_current = id;
    for (const int row : {before, rowOf(id)}) {
        if (row >= 0)
            touch(row);
    }
}

void RunTable::setPixels(PixelKind pixels) {
    m_pixels = pixels;
    if (!m_runs.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

void RunTable::setTheme(const Theme &theme) {
    m_theme = theme;
    m_swatches.clear();
    setPixels(m_pixels); // all is painted anew
}

RunStyle RunTable::styleOf(int row, bool selected) const { return styleOf(row, selected, m_theme); }

RunStyle RunTable::styleOf(int row, bool selected, const Theme &theme) const {
    const auto at = static_cast<std::size_t>(row);
    return runStyle(m_slots[at], m_runs[at].id == m_current, selected, theme);
}

int RunTable::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunTable::columnCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QString RunTable::text(const RunRecord &run, int column) const {
    const LikelihoodPoint *last = lastOf(run);
    const LikelihoodValue test = last == nullptr ? LikelihoodValue{} : last->values(m_pixels).test;
    switch (column) {
    case Name:
        return run.name;
    case Epochs:
        return epochsText(run);
    case Test:
        return last == nullptr ? tr("not measured") : valueText(test, last->trusted.verdict);
    case Interval:
        // What may not be quoted has no interval: its value says "at most".
        return last == nullptr || !last->isQuotable() ? QString()
                                                      : intervalText(test, last->trusted.verdict);
    case Verdict:
        return last == nullptr ? QString() : verdictWords(last->trusted.verdict);
    case Measured:
        return last == nullptr ? QString() : QLocale().toString(last->epoch);
    case Hidden:
        return number(run.config.numHidden);
    case Steps:
        return number(run.config.k);
    case Batch:
        return number(run.config.batchSize);
    case Rate:
        return number(run.controls.learningRate);
    case Momentum:
        return number(run.controls.momentum);
    case Trainer:
        return trainerText(run.config);
    case Seed:
        return QString::number(static_cast<qulonglong>(run.config.seed));
    case Images:
        return shownImagesName(run.dataName);
    case Began:
        return run.began.toLocalTime().toString(u"yyyy-MM-dd HH:mm");
    default:
        return {};
    }
}

QVariant RunTable::sortValue(const RunRecord &run, int column) const {
    const LikelihoodPoint *last = lastOf(run);
    switch (column) {
    case Epochs:
        return run.epoch();
    case Test:
        return last == nullptr ? -std::numeric_limits<double>::max()
                               : last->values(m_pixels).test.value;
    case Interval: // by how wide it is
        if (last == nullptr || !last->isQuotable())
            return std::numeric_limits<double>::max();
        return last->values(m_pixels).test.high - last->values(m_pixels).test.low;
    case Verdict:
        return last == nullptr ? static_cast<int>(QuoteVerdict::DoNotQuote) + 1
                               : static_cast<int>(last->trusted.verdict);
    case Measured:
        return last == nullptr ? -1.0 : last->epoch;
    case Hidden:
        return static_cast<qulonglong>(run.config.numHidden);
    case Steps:
        return static_cast<qulonglong>(run.config.k);
    case Batch:
        return static_cast<qulonglong>(run.config.batchSize);
    case Rate:
        return run.controls.learningRate;
    case Momentum:
        return run.controls.momentum;
    case Seed:
        return static_cast<qulonglong>(run.config.seed);
    case Began:
        return run.began;
    default:
        return text(run, column);
    }
}

QVariant RunTable::verdictIconOf(const RunRecord &run) const {
    const LikelihoodPoint *last = lastOf(run);
    if (last == nullptr)
        return {};
    const QuoteVerdict verdict = last->trusted.verdict;
    // A pixmap: the view would draw an icon as wide as a line's swatch.
    QPixmap &pixmap = m_swatches[-1 - static_cast<int>(verdict)];
    if (pixmap.isNull())
        pixmap = icon(verdictIcon(verdict), m_theme, verdictColour(verdict, m_theme))
                     .pixmap(kVerdictIcon, qApp->devicePixelRatio());
    return pixmap;
}

QPixmap RunTable::swatchOf(int row) const {
    const auto at = static_cast<std::size_t>(row);
    QPixmap &pixmap = m_swatches[2 * m_slots[at] + (m_runs[at].id == m_current ? 1 : 0)];
    if (pixmap.isNull())
        pixmap = runSwatch(styleOf(row, false), kSwatch, qApp->devicePixelRatio());
    return pixmap;
}

QVariant RunTable::nameData(int row, int role) const {
    const RunRecord &run = m_runs[static_cast<std::size_t>(row)];
    switch (role) {
    case Qt::CheckStateRole:
        return static_cast<int>(run.shown ? Qt::Checked : Qt::Unchecked);
    case Qt::DecorationRole:
        return swatchOf(row);
    case Qt::EditRole:
        return run.name;
    case Qt::AccessibleTextRole:
        return run.id == m_current ? tr("%1, the current run").arg(run.name) : run.name;
    case Qt::ToolTipRole:
        return run.id == m_current
                   ? tr("%1: the current run. F2 renames it, Space shows or hides its curve.")
                         .arg(run.name)
                   : tr("%1. F2 renames it, Space shows or hides its curve.").arg(run.name);
    default:
        return {};
    }
}

QVariant RunTable::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RunRecord &run = m_runs[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(run, column);
    case kSortRole:
        return sortValue(run, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    case Qt::FontRole:
        if (column == Name)
            return textFont(13, run.id == m_current ? QFont::DemiBold : QFont::Normal);
        return isNumber(column) ? numberFont(12) : textFont(13);
    case Qt::DecorationRole:
        if (column == Verdict)
            return verdictIconOf(run);
        break;
    case Qt::ToolTipRole:
        if (column == Trainer)
            return text(run, column);
        if (lastOf(run) != nullptr && (column == Test || column == Interval || column == Verdict))
            return describePoint(*lastOf(run), m_pixels);
        break;
    default:
        break;
    }
    return column == Name ? nameData(index.row(), role) : QVariant();
}

QVariant RunTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return headerToolTip(section);
    if (role != Qt::DisplayRole)
        return {};
    const QString names[kColumns] = {tr("Run"),     tr("Began"),   tr("Epochs"),   tr("Test"),
                                     tr("3 sigma"), tr("Verdict"), tr("At epoch"), tr("Hidden"),
                                     tr("k"),       tr("Batch"),   tr("Rate"),     tr("Momentum"),
                                     tr("Trainer"), tr("Seed"),    tr("Images")};
    return names[section];
}

Qt::ItemFlags RunTable::flags(const QModelIndex &index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (index.column() == Name)
        flags |= Qt::ItemIsUserCheckable | Qt::ItemIsEditable;
    return flags;
}

bool RunTable::setData(const QModelIndex &index, const QVariant &value, int role) {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Name)
        return false;
    RunRecord &run = m_runs[static_cast<std::size_t>(index.row())];
    if (role == Qt::CheckStateRole) {
        run.shown = value.toInt() == Qt::Checked;
    } else if (role == Qt::EditRole && !value.toString().trimmed().isEmpty()) {
        run.name = value.toString().simplified();
    } else {
        return false;
    }
    touch(index.row());
    emit labelEdited(run);
    return true;
}

} // namespace rbm
