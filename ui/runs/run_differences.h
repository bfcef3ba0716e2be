#pragma once

#include "ui/runs/run_record.h"

#include <QStringList>
#include <QWidget>

#include <vector>

class QLabel;
class QStackedLayout;
class QTableWidget;

namespace rbm {

/// The settings in which some runs differ, side by side: a row for each setting, a column for
/// each run. Says so where there is nothing to compare.
class RunDifferences : public QWidget {
    Q_OBJECT
public:
    explicit RunDifferences(QWidget *parent = nullptr);

    void show(const std::vector<RunRecord> &runs);

private:
    QStackedLayout *m_layout;
    QLabel *m_text;
    QTableWidget *m_table;
    QStringList m_shown; ///< all that the table says, in order
};

} // namespace rbm
