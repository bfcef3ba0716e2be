#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace rbm::cpu {

/// Helper threads for work that comes in quick succession: they look out for
/// the next piece for a moment, then sleep until there is one. One thread calls it.
class ThreadPool {
public:
    /// `threads` counts the caller too. `background` lowers the helpers' priority. Throws Error
    /// where the system does not give so many.
    ThreadPool(std::size_t threads, bool background);
    ~ThreadPool();
    ThreadPool(const ThreadPool &) = delete;
    ThreadPool &operator=(const ThreadPool &) = delete;

    std::size_t threads() const { return m_helpers.size() + 1; }

    /// Calls work(begin, end) on contiguous parts of [0, count), one a thread,
    /// and returns when all are done. Throws what one of them threw, for lack of memory perhaps.
    void split(std::size_t count, const std::function<void(std::size_t, std::size_t)> &work);

private:
    void help(std::size_t index, bool background);
    void runPart(std::size_t index);
    void stop();

    std::vector<std::thread> m_helpers;
    const std::function<void(std::size_t, std::size_t)> *m_work = nullptr;
    std::size_t m_count = 0;
    std::atomic<std::uint32_t> m_round = 0;   ///< of work handed out; written after m_work
    std::atomic<std::uint32_t> m_running = 0; ///< helpers that have not finished the round
    std::atomic<bool> m_stop = false;
    std::mutex m_failureMutex; ///< guards m_failure
    std::exception_ptr m_failure;
};

} // namespace rbm::cpu
