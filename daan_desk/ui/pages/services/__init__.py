"""The pages of every other kind of service: financing, policies, cultivation, projects, spaces."""
