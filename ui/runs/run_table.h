#pragma once

#include "ui/runs/run_record.h"
#include "ui/theme/theme.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QPixmap>

#include <vector>

namespace rbm {

struct RunStyle;

/// The kept runs, one a row, oldest first. Column 0 has the box that puts the run's curve into
/// the plot, a piece of its line and its name, which can be edited.
class RunTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Name,
        Began,
        Epochs,
        Test,
        Interval,
        Verdict,
        Measured, ///< at which epoch
        Hidden,
        Steps,
        Batch,
        Rate,
        Momentum,
        Trainer,
        Seed,
        Images,
        kColumns
    };
    /// What a column is sorted by.
    static constexpr int kSortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    const std::vector<RunRecord> &runs() const { return m_runs; }
    /// -1 where there is none.
    int rowOf(const QString &id) const;
    /// Adds the run, or takes the place of the one with its id.
    void put(const RunRecord &run);
    /// The same for many runs, ordered by id; at once where there is none yet, as that is quicker.
    void putAll(const std::vector<RunRecord> &runs);
    void remove(const QString &id);
    /// How far the run is by now; cheap enough for every snapshot.
    void setProgress(const QString &id, std::uint64_t update, const TrainingConfig &config,
                     const LiveControls &controls);
    /// The checked ones.
    std::vector<RunRecord> shownRuns() const;

    /// The run that trains, or that the window shows; empty: none.
    void setCurrent(const QString &id);
    const QString &current() const { return m_current; }
    void setPixels(PixelKind pixels);
    PixelKind pixels() const { return m_pixels; }
    void setTheme(const Theme &theme);

    /// Its texts are in another language by now.
    void languageChanged();

    /// The line of the run in this row, which may be emphasised.
    RunStyle styleOf(int row, bool selected) const;
    /// The same in another theme, for export.
    RunStyle styleOf(int row, bool selected, const Theme &theme) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

signals:
    /// A person renamed, checked or unchecked it.
    void labelEdited(const rbm::RunRecord &run);

private:
    QString text(const RunRecord &run, int column) const;
    QVariant sortValue(const RunRecord &run, int column) const;
    QVariant nameData(int row, int role) const;
    QVariant verdictIconOf(const RunRecord &run) const;
    QPixmap swatchOf(int row) const;
    void touch(int row);

    std::vector<RunRecord> m_runs;
    std::vector<int> m_slots;               ///< of the runs' line styles: kept when others go
    mutable QHash<int, QPixmap> m_swatches; ///< drawn once: by style, and negative by verdict
    QString m_current;
    PixelKind m_pixels = PixelKind::Gray;
    Theme m_theme = theme(ThemeKind::Light);
};

} // namespace rbm
