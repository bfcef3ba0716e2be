#include "engine/cpu/thread_pool.h"

#include "engine/base/thread_priority.h"

namespace rbm::cpu {

ThreadPool::ThreadPool(std::size_t threads, bool background) {
    for (std::size_t index = 1; index < threads; ++index) {
        m_helpers.emplace_back([this, index, background] { help(index, background); });
    }
}

ThreadPool::~ThreadPool() {
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_start.notify_all();
    for (auto &helper : m_helpers) {
        helper.join();
    }
}

void ThreadPool::runPart(std::size_t index) const {
    const std::size_t parts = m_helpers.size() + 1;
    const std::size_t begin = m_count * index / parts;
    const std::size_t end = m_count * (index + 1) / parts;
    if (begin < end) {
        (*m_work)(begin, end);
    }
}

void ThreadPool::split(std::size_t count,
                       const std::function<void(std::size_t, std::size_t)> &work) {
    if (m_helpers.empty()) {
        if (count > 0) {
            work(0, count);
        }
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_work = &work;
        m_count = count;
        m_running = m_helpers.size();
        ++m_round;
    }
    m_start.notify_all();
    runPart(0);
    std::unique_lock lock(m_mutex);
    m_finished.wait(lock, [this] { return m_running == 0; });
}

void ThreadPool::help(std::size_t index, bool background) {
    if (background) {
        lowerPriorityOfThisThread();
    }
    std::size_t seen = 0;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_start.wait(lock, [&] { return m_stop || m_round != seen; });
        if (m_stop) {
            return;
        }
        seen = m_round;
        lock.unlock();
        runPart(index);
        lock.lock();
        if (--m_running == 0) {
            m_finished.notify_one();
        }
    }
}

} // namespace rbm::cpu
