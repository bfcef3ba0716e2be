#pragma once

#include "ui/runs/run_store.h"
#include "ui/runs/run_table.h"

#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace rbm {

struct RunProgress;
struct TrainingSnapshot;

/// All kept runs: the table that shows them and the folder that holds them. Follows the run
/// that trains, and writes what a person changes. The runs' models are the worker's matter,
/// which tells of them through runKept(). Lives on the window's thread and never waits.
class RunLibrary : public QObject {
    Q_OBJECT
public:
    /// Without a folder no run is kept, and the table stays empty.
    explicit RunLibrary(const QString &folder, QObject *parent = nullptr);
    /// What is not written yet is written then.
    ~RunLibrary() override;

    RunTable &table() { return m_table; }
    bool isOn() const { return m_store != nullptr; }

    /// The images that new runs are trained on.
    void setData(const DatasetPair &data);
    /// Whether it was trained on the present images.
    bool fitsData(const RunRecord &run) const { return run.dataKey == m_dataKey; }

    void follow(const TrainingSnapshot &snapshot);
    /// A check of this run's likelihood; kept for later where the run has not begun yet.
    void addPoint(const QString &run, const LikelihoodPoint &point);
    /// The run's model file is as far as this.
    void runKept(const RunProgress &run);
    /// A kept run goes on from there, where its curve ends. The record as it is then.
    std::optional<RunRecord> open(const RunProgress &run);

    /// Looks what there is on the disk, as other programs may have changed it.
    void refresh();
    /// The current run cannot be deleted and stays.
    void remove(const QStringList &runs);
    void restore(const QStringList &runs);

signals:
    /// One sentence for the notice bar; nothing was lost.
    void trouble(const QString &sentence);

private:
    void add(const RunProgress &progress);
    void write(const QString &run);
    void takeFiles(const RunFolder &content, int edits);
    void tellUnreadable(const QStringList &sentences);
    QString nextName() const;

    RunTable m_table;
    std::unique_ptr<RunStore> m_store;
    QString m_dataName;
    QString m_dataKey;
    bool m_training = false;
    bool m_unwritten = false; ///< the current run is further than its file says
    QString m_early;          ///< a run that has not begun, and its checks
    std::vector<LikelihoodPoint> m_earlyPoints;
    int m_edits = 0;    ///< changes that were sent to the folder
    QStringList m_told; ///< of what cannot be read
};

} // namespace rbm
