#include "ui/runs/run_library.h"

#include "ui/session/run_progress.h"
#include "ui/session/snapshot.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace rbm {

RunLibrary::RunLibrary(const QString &folder, QObject *parent) : QObject(parent) {
    if (folder.isEmpty())
        return;
    m_store = std::make_unique<RunStore>(folder);
    connect(m_store.get(), &RunStore::filesRead, this, &RunLibrary::takeFiles);
    connect(m_store.get(), &RunStore::moved, this, &RunLibrary::refresh);
    connect(m_store.get(), &RunStore::failed, this, &RunLibrary::trouble);
    connect(&m_table, &RunTable::labelEdited, this, [this](const RunRecord &run) {
        ++m_edits;
        m_store->writeLabel(run);
    });
    m_store->clearDeletedRuns();
    refresh();
}

RunLibrary::~RunLibrary() {
    if (m_unwritten)
        write(m_table.current());
}

void RunLibrary::setData(const DatasetPair &data) {
    m_dataName = QString::fromStdString(data.name);
    m_dataKey = dataKeyOf(*data.train);
}

void RunLibrary::follow(const TrainingSnapshot &snapshot) {
    if (!isOn())
        return;
    m_training = snapshot.state == RunState::Training;
    if (!snapshot.run.isEmpty() && m_table.rowOf(snapshot.run) < 0)
        add({snapshot.run, snapshot.config, snapshot.controls, snapshot.update,
             snapshot.updatesPerEpoch, snapshot.moves});
    if (snapshot.run != m_table.current() && m_unwritten) {
        write(m_table.current());
        m_unwritten = false;
    }
    m_table.setCurrent(snapshot.run);
    const int row = m_table.rowOf(snapshot.run);
    if (row < 0)
        return;
    if (m_table.runs()[static_cast<std::size_t>(row)].update != snapshot.update)
        m_unwritten = true;
    m_table.setProgress(snapshot.run, snapshot.update, snapshot.config, snapshot.controls);
}

void RunLibrary::add(const RunProgress &progress) {
    RunRecord run;
    run.id = progress.id;
    run.name = nextName();
    run.began = QDateTime::currentDateTimeUtc();
    run.config = progress.config;
    run.controls = progress.controls;
    run.update = progress.update;
    run.updatesPerEpoch = progress.updatesPerEpoch;
    run.dataName = m_dataName;
    run.dataKey = m_dataKey;
    if (m_early == run.id)
        run.points = m_earlyPoints;
    m_table.put(run);
    ++m_edits;
    m_store->writeRun(run);
    m_store->writeLabel(run);
}

/// "Run 4" after "Run 3", whatever the others are called.
QString RunLibrary::nextName() const {
    static const QRegularExpression lastNumber(QStringLiteral("(\\d+)$"));
    const QString pattern = tr("Run %1");
    int highest = 0;
    for (const RunRecord &run : m_table.runs()) {
        const int number = lastNumber.match(run.name).captured(1).toInt();
        if (run.name == pattern.arg(number))
            highest = std::max(highest, number);
    }
    return pattern.arg(highest + 1);
}

void RunLibrary::addPoint(const QString &run, const LikelihoodPoint &point) {
    const int row = m_table.rowOf(run);
    if (row < 0) {
        if (m_early != run)
            m_earlyPoints.clear();
        m_early = run;
        rbm::addPoint(m_earlyPoints, point);
        return;
    }
    RunRecord record = m_table.runs()[static_cast<std::size_t>(row)];
    rbm::addPoint(record.points, point);
    m_table.put(record);
    if (m_training && run == m_table.current())
        m_unwritten = true; // with the next keeping
    else
        write(run);
}

void RunLibrary::write(const QString &run) {
    const int row = m_table.rowOf(run);
    if (row < 0)
        return;
    ++m_edits;
    m_store->writeRun(m_table.runs()[static_cast<std::size_t>(row)]);
}

void RunLibrary::runKept(const RunProgress &run) {
    if (!isOn())
        return;
    if (m_table.rowOf(run.id) < 0)
        add(run); // so short that no snapshot told of it
    RunRecord record = m_table.runs()[static_cast<std::size_t>(m_table.rowOf(run.id))];
    record.hasModel = true;
    record.update = run.update;
    m_table.put(record);
    write(run.id);
    if (run.id == m_table.current())
        m_unwritten = false;
}

std::optional<RunRecord> RunLibrary::open(const RunProgress &run) {
    const int row = m_table.rowOf(run.id);
    if (row < 0)
        return std::nullopt;
    RunRecord record = m_table.runs()[static_cast<std::size_t>(row)];
    record.update = run.update;
    std::erase_if(record.points, [&](const LikelihoodPoint &point) {
        return point.epoch > record.epoch() + 1e-9;
    });
    m_table.put(record);
    return record;
}

void RunLibrary::refresh() {
    if (!isOn())
        return;
    m_store->read(m_edits);
}

void RunLibrary::takeFiles(const RunFolder &content, int edits) {
    if (edits != m_edits) { // it was read before the last change
        refresh();
        return;
    }
    std::vector<RunRecord> runs = content.runs;
    QSet<QString> found;
    for (RunRecord &run : runs) {
        found.insert(run.id);
        const int row = m_table.rowOf(run.id);
        if (run.id != m_table.current() || row < 0)
            continue;
        // Of the run that trains nobody knows more than this window, but for its label.
        RunRecord mine = m_table.runs()[static_cast<std::size_t>(row)];
        mine.name = run.name;
        mine.shown = run.shown;
        run = mine;
    }
    m_table.putAll(runs);
    for (const RunRecord &run : std::vector<RunRecord>(m_table.runs())) {
        if (run.id != m_table.current() && !found.contains(run.id))
            m_table.remove(run.id);
    }
    tellUnreadable(content.unreadable);
}

void RunLibrary::tellUnreadable(const QStringList &sentences) {
    if (sentences == m_told)
        return;
    m_told = sentences;
    if (sentences.size() == 1)
        emit trouble(tr("A run cannot be read and was left as it is: %1.").arg(sentences.front()));
    else if (!sentences.isEmpty())
        emit trouble(tr("%1 runs cannot be read and were left as they are; the first: %2.")
                         .arg(sentences.size())
                         .arg(sentences.front()));
}

void RunLibrary::remove(const QStringList &runs) {
    for (const QString &run : runs) {
        if (!isOn() || run == m_table.current())
            continue;
        ++m_edits;
        m_table.remove(run);
        m_store->deleteRun(run);
    }
}

void RunLibrary::restore(const QStringList &runs) {
    ++m_edits;
    for (const QString &run : runs)
        m_store->restoreRun(run);
}

} // namespace rbm
