#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace rbm::cpu {

/// Helper threads that sleep while there is nothing to do. One thread calls it.
class ThreadPool {
public:
    /// `threads` counts the caller too. `background` lowers the helpers' priority.
    ThreadPool(std::size_t threads, bool background);
    ~ThreadPool();
    ThreadPool(const ThreadPool &) = delete;
    ThreadPool &operator=(const ThreadPool &) = delete;

    std::size_t threads() const { return m_helpers.size() + 1; }

    /// Calls work(begin, end) on contiguous parts of [0, count), one a thread,
    /// and returns when all are done. `work` must not throw.
    void split(std::size_t count, const std::function<void(std::size_t, std::size_t)> &work);

private:
    void help(std::size_t index, bool background);
    void runPart(std::size_t index) const;

    std::vector<std::thread> m_helpers;
    std::mutex m_mutex;
    std::condition_variable m_start;
    std::condition_variable m_finished;
    const std::function<void(std::size_t, std::size_t)> *m_work = nullptr;
    std::size_t m_count = 0;
    std::size_t m_running = 0;
    std::size_t m_round = 0;
    bool m_stop = false;
};

} // namespace rbm::cpu
