#include "ui/runs/run_store.h"

#include "ui/support/error_text.h"

#include <exception>
#include <utility>

namespace rbm {

RunStore::RunStore(const QString &folder, QObject *parent) : QObject(parent), m_folder(folder) {
    m_pool.setMaxThreadCount(1);
}

RunStore::~RunStore() { m_pool.waitForDone(); }

void RunStore::later(std::function<void()> work) {
    m_pool.start([this, work = std::move(work)] {
        try {
            work();
        } catch (const std::exception &error) {
            const QString sentence = errorText(error);
            QMetaObject::invokeMethod(
                this, [this, sentence] { emit failed(sentence); }, Qt::QueuedConnection);
        }
    });
}

void RunStore::move(std::function<void()> work) {
    later(std::move(work));
    later([this] { QMetaObject::invokeMethod(this, &RunStore::moved, Qt::QueuedConnection); });
}

void RunStore::read(int tag) {
    later([this, tag] {
        RunFolder content = readRuns(m_folder);
        QMetaObject::invokeMethod(
            this, [this, tag, content = std::move(content)] { emit filesRead(content, tag); },
            Qt::QueuedConnection);
    });
}

void RunStore::writeRun(const RunRecord &run) {
    later([this, run] { rbm::writeRun(m_folder, run); });
}

void RunStore::writeLabel(const RunRecord &run) {
    later([this, run] { rbm::writeLabel(m_folder, run); });
}

void RunStore::deleteRun(const QString &id) {
    move([this, id] { rbm::deleteRun(m_folder, id); });
}

void RunStore::restoreRun(const QString &id) {
    move([this, id] { rbm::restoreRun(m_folder, id); });
}

void RunStore::clearDeletedRuns() {
    later([this] { rbm::clearDeletedRuns(m_folder); });
}

} // namespace rbm
