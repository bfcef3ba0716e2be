#pragma once

#include <QString>

class QComboBox;
class QGridLayout;
class QWidget;

namespace rbm {

// What the fields of a model's settings have in common: a label before them, and
// the lock once a run is under way.

inline constexpr int kNumberWidth = 84;
inline constexpr int kChoiceWidth = 100;
inline constexpr const char *kOpenToolTip = "openToolTip"; ///< property: see setOpenToolTip()

/// Adds a row: the label at the left, the field at the right.
void addFieldRow(QGridLayout *form, const QString &text, QWidget *field);

/// The tool tip while the field can be changed; it comes back after a lock.
void setOpenToolTip(QWidget *field, const QString &text);

/// Why a setting cannot be changed, and what to do.
QString whyLocked();

/// A locked field says why.
void setFieldLocked(QWidget *field, bool locked);

/// A locked choice is as narrow as its text, which stands at the right then, as the
/// values of other locked rows do.
void setChoiceLocked(QComboBox *choice, bool locked);

} // namespace rbm
