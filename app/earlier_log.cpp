#include "app/earlier_log.h"

#include "engine/base/error.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <vector>

namespace rbm {

namespace {

std::vector<std::string> splitFields(const std::string &line) {
    std::vector<std::string> fields(1);
    for (const char c : line) {
        if (c == ',')
            fields.emplace_back();
        else
            fields.back() += c;
    }
    return fields;
}

/// Where each of our columns stands in an earlier log, if it does.
class EarlierColumns {
public:
    EarlierColumns(const std::string &path, const std::string &theirs, const std::string &ours)
        : m_path(path), m_theirs(splitFields(theirs)), m_ours(splitFields(ours)) {
        for (const std::string &name : m_theirs) {
            if (std::find(m_ours.begin(), m_ours.end(), name) == m_ours.end())
                refuse();
        }
    }

    /// The line's fields in our columns.
    std::string rearranged(const std::string &line) const {
        const std::vector<std::string> fields = splitFields(line);
        if (fields.size() != m_theirs.size())
            refuse();
        std::string result;
        for (const std::string &name : m_ours) {
            const auto at = std::find(m_theirs.begin(), m_theirs.end(), name) - m_theirs.begin();
            result += at < std::ssize(fields) ? fields[at] + ',' : ",";
        }
        result.back() = '\n';
        return result;
    }

private:
    [[noreturn]] void refuse() const {
        throw Error("The log " + m_path +
                    " has other columns than this program writes; name another file with --log, "
                    "or move that one away.");
    }

    std::string m_path;
    std::vector<std::string> m_theirs;
    std::vector<std::string> m_ours;
};

} // namespace

std::string keptLines(const std::string &path, const std::string &header,
                      std::uint64_t firstEpoch) {
    std::ifstream file(path);
    std::error_code trouble;
    if (!file && std::filesystem::exists(path, trouble))
        throw Error("Cannot read the log " + path +
                    ", whose earlier lines a training that goes on keeps; check its permissions, "
                    "or name another file with --log.");
    std::string line;
    if (!std::getline(file, line))
        return {};
    const EarlierColumns columns(path, line, header);
    std::string kept;
    while (std::getline(file, line)) {
        if (line.empty())
            continue;
        const std::string ours = columns.rearranged(line);
        std::uint64_t epoch = 0;
        const auto parsed = std::from_chars(ours.data(), ours.data() + ours.size(), epoch);
        if (parsed.ec == std::errc() && epoch < firstEpoch)
            kept += ours;
    }
    return kept;
}

} // namespace rbm
