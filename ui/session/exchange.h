#pragma once

#include "engine/training/training_config.h"
#include "ui/session/snapshot.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace rbm {

/// All that the window's thread and the worker's thread share. Each call takes
/// some nanoseconds; nothing is computed under the lock.
class Exchange {
public:
    /// Set once, by the window: leave everything and end.
    void requestStop() { m_stop.store(true); }
    bool stopRequested() const { return m_stop.load(); }

    /// The newest controls; read by the worker before each update. Each value
    /// is whole by itself, and the two need not belong together.
    void setControls(const LiveControls &controls) {
        m_learningRate.store(controls.learningRate);
        m_momentum.store(controls.momentum);
    }
    LiveControls controls() const { return {m_learningRate.load(), m_momentum.load()}; }

    /// One slot: a newer snapshot replaces one that nobody took.
    void putSnapshot(std::shared_ptr<const TrainingSnapshot> snapshot) {
        const std::lock_guard lock(m_mutex);
        m_snapshot.swap(snapshot);
    }
    std::shared_ptr<const TrainingSnapshot> takeSnapshot() {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_snapshot, nullptr);
    }

    /// Points of the curve are kept until taken: none is lost.
    void addReport(const LikelihoodReport &report) {
        const std::lock_guard lock(m_mutex);
        m_reports.push_back(report);
    }
    std::vector<LikelihoodReport> takeReports() {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_reports, {});
    }
    void dropReports() {
        const std::lock_guard lock(m_mutex);
        m_reports.clear();
    }

private:
    std::atomic<bool> m_stop{false};
    std::atomic<double> m_learningRate{LiveControls{}.learningRate};
    std::atomic<double> m_momentum{LiveControls{}.momentum};
    std::mutex m_mutex;
    std::shared_ptr<const TrainingSnapshot> m_snapshot;
    std::vector<LikelihoodReport> m_reports;
};

} // namespace rbm
